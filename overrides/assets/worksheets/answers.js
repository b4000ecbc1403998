// Writes the answers of a sheet into its own PDF file, in the browser. Loaded, with pdf-lib, only when it is asked for.
// A file cannot borrow letters from the reader's computer: each answer is drawn with the fonts of the worksheets, piece
// by piece, from right to left where its script wants it. What none of them has is drawn as `?` and told to the reader;
// the answer itself is in the file whole.
(() => {
  "use strict";
  const P = PDFLib;
  const SIZES = [11, 10, 9, 8];
  const LEADING = 1.25;
  const FONTS = [
    "atkinson-hyperlegible-next-400-normal.ttf",
    "noto-sans-400-normal.ttf",
    "noto-sans-arabic-400-normal.ttf",
    "noto-sans-hebrew-400-normal.ttf",
  ];
  const MARGIN = 54;
  const STAND_IN = "?";
  const RIGHT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
  const NUMBER = /^\p{Nd}/u;
  const LETTER = /\p{L}/u;
  // Joiners, marks of direction, variants of a sign: layout, not letters.
  const SILENT = /[\p{Cf}\p{Variation_Selector}]/u;
  const MIRROR = { "(": ")", ")": "(", "[": "]", "]": "[", "{": "}", "}": "{", "<": ">", ">": "<", "«": "»", "»": "«" };

  const bytes = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) {
      throw new Error(`${answer.status} ${address}`);
    }
    return answer.arrayBuffer();
  };

  const clusters = (text) =>
    Intl.Segmenter ? [...new Intl.Segmenter().segment(text)].map((each) => each.segment) : [...text];

  // The fonts of one file, each fetched when a text first needs it.
  class Fonts {
    constructor(pdf, assets) {
      Object.assign(this, { pdf, assets, loaded: [], known: new Map(), widths: new Map(), unseen: new Set() });
    }

    async learn(text) {
      for (const cluster of clusters(text.replace(/\s/gu, " "))) {
        const letters = [...cluster].filter((letter) => !SILENT.test(letter));
        for (let n = 0; n < FONTS.length && !this.known.has(cluster); n += 1) {
          if (!this.loaded[n]) {
            const raw = await bytes(this.assets + FONTS[n]);
            const font = await this.pdf.embedFont(raw, { subset: true });
            this.loaded[n] = { font, has: fontkit.create(new Uint8Array(raw)) };
          }
          if (letters.every((letter) => this.loaded[n].has.hasGlyphForCodePoint(letter.codePointAt(0)))) {
            this.known.set(cluster, n);
          }
        }
        if (!this.known.has(cluster)) {
          this.unseen.add(cluster);
        }
      }
    }

    // Pieces of one font and one direction, in the order in which they stand on the line.
    pieces(line, base) {
      const parts = clusters(line).map((said) => {
        const found = this.known.has(said);
        const kind = RIGHT.test(said) ? "R" : NUMBER.test(said) ? "N" : LETTER.test(said) ? "L" : "";
        return { said: found ? said : STAND_IN, font: found ? this.known.get(said) : 0, kind };
      });
      let strong = base;
      for (const [n, part] of parts.entries()) {
        if (part.kind === "N" || (/^[.,:/]$/.test(part.said) && parts[n - 1]?.kind === "N" && parts[n + 1]?.kind === "N")) {
          part.kind = strong === "R" ? "N" : "L";
        }
        strong = part.kind === "R" || part.kind === "L" ? part.kind : strong;
      }
      // What has no direction takes that of its neighbours, or of the line where they differ.
      const side = (part) => (part ? (part.kind === "N" ? "R" : part.kind) : base);
      for (let n = 0; n < parts.length; n += 1) {
        if (!parts[n].kind) {
          let end = n;
          while (end < parts.length && !parts[end].kind) {
            end += 1;
          }
          const kind = side(parts[n - 1]) === side(parts[end]) ? side(parts[n - 1]) : base;
          parts.slice(n, end).forEach((part) => Object.assign(part, { kind }));
        }
      }
      const level = { R: 1, N: 2, L: base === "R" ? 2 : 0 };
      const found = [];
      for (const part of parts) {
        const last = found[found.length - 1];
        if (last && last.level === level[part.kind] && last.font === part.font) {
          last.said.push(part.said);
        } else {
          found.push({ level: level[part.kind], font: part.font, said: [part.said] });
        }
      }
      for (const depth of [2, 1]) {
        for (let n = 0; n < found.length; n += 1) {
          let end = n;
          while (end < found.length && found[end].level >= depth) {
            end += 1;
          }
          found.splice(n, end - n, ...found.slice(n, end).reverse());
          n = end;
        }
      }
      return found.map(({ level: depth, font, said }) => {
        // fontkit turns letters of these scripts round by itself, but not signs that stand alone.
        const turned = depth === 1 && !RIGHT.test(said.join(""));
        const shown = turned ? said.map((each) => MIRROR[each] || each).reverse() : said;
        return { ...this.loaded[font], text: shown.join(""), marked: depth === 1 && !turned };
      });
    }

    // The glyphs of a piece with their places, measured in its own size. pdf-lib sets one after the other; the dots of
    // Arabic and the points of Hebrew are marks with places of their own.
    glyphs({ font, has, text, marked }) {
      const codes = font.encodeText(text);
      if (!marked) {
        return { wide: font.widthOfTextAtSize(text, 1), set: [{ codes, x: 0, y: 0 }] };
      }
      const each = codes.asString().match(/.{4}/g) || [];
      const { positions } = has.layout(text);
      let x = 0;
      const set = each.map((code, n) => {
        const { xAdvance, xOffset, yOffset } = positions[n];
        const place = { codes: P.PDFHexString.of(code), x: x + xOffset / has.unitsPerEm, y: yOffset / has.unitsPerEm };
        x += xAdvance / has.unitsPerEm;
        return place;
      });
      return { wide: x, set };
    }

    width(word, base) {
      const key = base + word;
      if (!this.widths.has(key)) {
        this.widths.set(
          key,
          this.pieces(word, base).reduce((sum, piece) => sum + this.glyphs(piece).wide, 0),
        );
      }
      return this.widths.get(key);
    }

    // The lines of a text that is `room` wide, measured in its own size.
    lines(text, room, base) {
      const found = [];
      for (const paragraph of text.split("\n")) {
        let line = "";
        let used = 0;
        for (const word of paragraph.split(/(?<= )/)) {
          const wide = this.width(word, base);
          const seen = this.width(word.trimEnd(), base);
          if (line && used + seen > room) {
            found.push(line);
            line = "";
            used = 0;
          }
          if (seen <= room) {
            line += word;
            used += wide;
            continue;
          }
          for (const cluster of clusters(word)) {
            if (line && used + this.width(cluster, base) > room) {
              found.push(line);
              line = "";
              used = 0;
            }
            line += cluster;
            used += this.width(cluster, base);
          }
        }
        found.push(line);
      }
      return found.map((line) => line.trimEnd());
    }

    // What draws lines, the first line's foot at `top`.
    operators(lines, { left, right, top, size, base }) {
      const drawn = lines.flatMap((line, n) => {
        const pieces = this.pieces(line, base).map((piece) => ({ ...piece, ...this.glyphs(piece) }));
        let at = base === "R" ? right - size * pieces.reduce((sum, piece) => sum + piece.wide, 0) : left;
        return pieces.flatMap(({ font, set, wide }) => {
          const begin = at;
          at += wide * size;
          return [
            P.setFontAndSize(font.name, size),
            ...set.flatMap(({ codes, x, y }) => [
              P.setTextMatrix(1, 0, 0, 1, begin + x * size, top - n * size * LEADING + y * size),
              P.showText(codes),
            ]),
          ];
        });
      });
      return [P.setFillingGrayscaleColor(0.1), P.beginText(), ...drawn, P.endText()];
    }

    // The fonts that have been fetched, by the names they are drawn with.
    named() {
      return this.loaded.map(({ font }) => [font.name, font.ref]);
    }
  }

  // Where a text begins: at the side of its first letter, else at that of the sheet.
  const side = (text, field) => {
    const first = [...text].find((letter) => LETTER.test(letter));
    const right = first ? RIGHT.test(first) : getComputedStyle(field).direction === "rtl";
    return right ? "R" : "L";
  };

  const draw = (fonts, there, text, base) => {
    const [widget] = there.acroField.getWidgets();
    const { width, height } = widget.getRectangle();
    const room = width - 4;
    const set = (size) => fonts.lines(text, room / size, base);
    const fits = (size) => set(size).length * size * LEADING <= height;
    const size = SIZES.find(fits) || SIZES[SIZES.length - 1];
    const stream = fonts.pdf.context.formXObject(
      [
        P.pushGraphicsState(),
        P.setFillingGrayscaleColor(1),
        P.rectangle(0, 0, width, height),
        P.fill(),
        ...fonts.operators(set(size), { left: 2, right: width - 2, top: height - size, size, base }),
        P.popGraphicsState(),
      ],
      { BBox: [0, 0, width, height], Resources: { Font: Object.fromEntries(fonts.named()) } },
    );
    there.setFontSize(size);
    widget.setNormalAppearance(fonts.pdf.context.register(stream));
    return fits(size);
  };

  // What is too long for its lines stands once more, whole, at the end.
  const append = (fonts, answers) => {
    const { width, height } = fonts.pdf.getPage(0).getSize();
    const room = width - 2 * MARGIN;
    let page = null;
    let y = 0;
    const write = (text, size, base) => {
      for (const line of fonts.lines(text, room / size, base)) {
        if (!page || y < MARGIN) {
          page = fonts.pdf.addPage([width, height]);
          fonts.named().forEach(([name, ref]) => page.node.setFontDictionary(P.PDFName.of(name), ref));
          y = height - MARGIN - size;
        }
        page.pushOperators(...fonts.operators([line], { left: MARGIN, right: width - MARGIN, top: y, size, base }));
        y -= size * LEADING;
      }
    };
    for (const { label, text, base } of answers) {
      write(label, 12, base);
      y -= 4;
      write(text, 11, base);
      y -= 20;
    }
  };

  // Returns the file, and the characters of the answers that are drawn in it as `?`.
  window.worksheetAnswers = async (fields, address, assets) => {
    const pdf = await P.PDFDocument.load(await bytes(address), { updateMetadata: false });
    pdf.registerFontkit(fontkit);
    const form = pdf.getForm();
    const fonts = new Fonts(pdf, assets);
    await fonts.learn(` ${STAND_IN}`);
    const long = [];
    for (const field of fields) {
      const there = form.getFieldMaybe(field.type === "radio" ? field.name : field.id);
      if (there instanceof P.PDFRadioGroup) {
        if (field.checked) {
          there.select(field.value);
        }
      } else if (there instanceof P.PDFCheckBox) {
        if (field.checked) {
          there.check();
        }
      } else if (there && field.value.trim()) {
        const typed = field.value.trim().replace(/\r\n?/g, "\n").replace(/\t/g, "    ");
        const text = typed.normalize("NFC");
        const base = side(text, field);
        await fonts.learn(text);
        there.enableMultiline();
        there.setText(typed);
        if (!draw(fonts, there, text, base)) {
          const label = field.getAttribute("aria-label") || field.labels[0].textContent;
          long.push({ label: label.normalize("NFC"), text, base });
        }
      }
    }
    const unseen = [...fonts.unseen].join(" ");
    for (const { label } of long) {
      await fonts.learn(label);
    }
    append(fonts, long);
    return { file: await pdf.save({ updateFieldAppearances: false }), unseen };
  };
})();
