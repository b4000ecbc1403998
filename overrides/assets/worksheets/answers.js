// Writes the answers of a sheet into its own PDF file, in the browser. Loaded, with pdf-lib, only when it is asked for.
(() => {
  "use strict";
  const { PDFDocument, PDFBool, PDFName, PDFRadioGroup, PDFCheckBox, TextAlignment, layoutMultilineText, rgb } = PDFLib;
  const SIZES = [11, 10, 9, 8];
  const FONTS = ["atkinson-hyperlegible-next-400-normal.ttf", "noto-sans-400-normal.ttf"];
  const MARGIN = 54;

  const bytes = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) {
      throw new Error(`${answer.status} ${address}`);
    }
    return answer.arrayBuffer();
  };

  // Line ends and tabs are layout, not letters.
  const letters = (text) => [...text.replace(/[\r\n\t]/g, " ")];

  window.worksheetAnswers = async (fields, address, assets) => {
    const pdf = await PDFDocument.load(await bytes(address), { updateMetadata: false });
    pdf.registerFontkit(fontkit);
    const form = pdf.getForm();
    const loaded = [];
    // The first font that has every letter; none for scripts that only the viewer can set.
    const fontFor = async (text) => {
      for (let n = 0; n < FONTS.length; n += 1) {
        if (!loaded[n]) {
          const raw = await bytes(assets + FONTS[n]);
          loaded[n] = { font: await pdf.embedFont(raw, { subset: true }), has: fontkit.create(new Uint8Array(raw)) };
        }
        if (letters(text).every((letter) => loaded[n].has.hasGlyphForCodePoint(letter.codePointAt(0)))) {
          return loaded[n].font;
        }
      }
      return null;
    };

    const long = [];
    let left = false;
    for (const field of fields) {
      const id = field.type === "radio" ? field.name : field.id;
      const there = form.getFieldMaybe(id);
      if (!there) {
        continue;
      }
      if (there instanceof PDFRadioGroup) {
        if (field.checked) {
          there.select(field.value);
        }
      } else if (there instanceof PDFCheckBox) {
        if (field.checked) {
          there.check();
        }
      } else if (field.value.trim()) {
        const text = field.value.trim().replace(/\r\n?/g, "\n").replace(/\t/g, "    ");
        const font = await fontFor(text);
        there.enableMultiline();
        there.setText(text);
        if (!font) {
          left = true;
          continue;
        }
        const box = there.acroField.getWidgets()[0].getRectangle();
        const fits = (size) => {
          const bounds = { x: 0, y: 0, width: box.width - 4, height: box.height };
          const set = layoutMultilineText(text, { alignment: TextAlignment.Left, fontSize: size, font, bounds });
          return set.lines.length * set.lineHeight <= box.height;
        };
        const size = SIZES.find(fits);
        if (!size) {
          const label = field.getAttribute("aria-label") || field.labels[0].textContent;
          long.push({ label, text, font });
        }
        there.setFontSize(size || SIZES[SIZES.length - 1]);
        there.updateAppearances(font);
      }
    }
    if (left) {
      // The viewer has the letters; it draws these answers itself.
      form.acroForm.dict.set(PDFName.of("NeedAppearances"), PDFBool.True);
    }
    if (long.length) {
      append(pdf, long, await fontFor("A"));
    }
    return pdf.save({ updateFieldAppearances: false });
  };

  // What is too long for its lines stands once more, whole, at the end.
  const append = (pdf, answers, headFont) => {
    const { width, height } = pdf.getPage(0).getSize();
    let page = null;
    let y = 0;
    const write = (text, font, size) => {
      const bounds = { x: 0, y: 0, width: width - 2 * MARGIN, height: 1e6 };
      const set = layoutMultilineText(text, { alignment: TextAlignment.Left, fontSize: size, font, bounds });
      for (const line of set.lines) {
        if (!page || y < MARGIN) {
          page = pdf.addPage([width, height]);
          y = height - MARGIN - size;
        }
        page.drawText(line.text, { x: MARGIN, y, size, font, color: rgb(0.1, 0.1, 0.1) });
        y -= size * 1.4;
      }
    };
    for (const { label, text, font } of answers) {
      write(label, headFont, 12);
      y -= 4;
      write(text, font, 11);
      y -= 20;
    }
  };
})();
