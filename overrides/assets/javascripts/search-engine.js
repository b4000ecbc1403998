// Finds sections for what a reader types, in the files that src/guidewright/search.py writes. Loaded with the first
// letter typed; it then loads only the files that hold the words of the query and the pages that are shown, as
// scripts, which works from a server, under any path and from a folder on a disk. It stores nothing and touches no
// page: `guidewrightSearch.find(query, {kind, count})` resolves to what there is to show.
(() => {
  "use strict";

  const BASE = new URL("../../search/", document.currentScript.src);

  // ---- Files ----

  // What a file hands over: guidewrightSearch(name, mark, data). The mark is the build that the file belongs to.
  const arrived = new Map();
  const asked = new Map();
  let index = null;

  self.guidewrightSearch = (name, mark, data) => arrived.set(name, { mark, data });

  function script(name, version) {
    return new Promise((done, failed) => {
      const element = document.createElement("script");
      element.src = new URL(`${name}.js${version ? `?${version}` : ""}`, BASE);
      element.onload = () => {
        element.remove();
        done(arrived.get(name));
        arrived.delete(name);
      };
      element.onerror = () => {
        element.remove();
        failed(new Error(`search/${name}.js cannot be loaded`));
      };
      document.head.append(element);
    });
  }

  class Stale extends Error {}

  function load(name) {
    if (!asked.has(name)) {
      const loading = script(name, index.mark).then((file) => {
        if (file.mark !== index.mark) {
          throw new Stale();
        }
        return file.data;
      });
      loading.catch(() => asked.delete(name));
      asked.set(name, loading);
    }
    return asked.get(name);
  }

  let starting = null;

  function start(again) {
    starting ??= script("index", again ? Date.now() : "").then(({ mark, data }) => {
      const firstOf = [0];
      for (const count of data.pages) {
        firstOf.push(firstOf.at(-1) + count);
      }
      const pageOf = new Uint32Array(firstOf.at(-1));
      data.pages.forEach((count, page) => pageOf.fill(page, firstOf[page], firstOf[page] + count));
      index = { mark, firstOf, pageOf, ...data, rules: rules(data), ignored: new Map(Object.entries(data.ignored)) };
      index.weak = new Set(data.weak.split(" "));
      index.quiet = new Set(Object.values(data.ignored));
    });
    starting.catch(() => (starting = null));
    return starting;
  }

  // ---- Words ----

  const SILENT = "\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff";
  const WORD = new RegExp(`[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\p{M}${SILENT}]|['’ʼ＇](?=[\\p{L}\\p{N}]))*`, "gu");
  const UNSEEN = new RegExp(`[${SILENT}]`, "g");
  const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g;

  // The same as `fold` in src/guidewright/text.py: no case, no accents, no possessive ending.
  function fold(word) {
    const folded = word.replace(UNSEEN, "").toLowerCase().replace(/ß/g, "ss").normalize("NFKD").replace(ACCENTS, "")
      .normalize("NFC");
    return folded.length > 1 ? folded.replace(/['’ʼ＇]s?$/, "").replace(/['’ʼ＇]/g, "") : folded;
  }

  // The words and their stems in the file in which a word would stand.
  const read = new Map();

  function fileOf(word) {
    let low = 0;
    let high = index.bounds.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (index.bounds[middle] <= word) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  async function file(number) {
    const name = `w/${number}`;
    const data = await load(name);
    if (!read.has(name)) {
      const stems = new Map(Object.entries(data.also));
      for (const [stem, [, forms]] of Object.entries(data.words)) {
        for (const form of forms.split(" ")) {
          stems.set(form, stem);
        }
      }
      read.set(name, { words: new Map(Object.entries(data.words)), stems });
    }
    return read.get(name);
  }

  // The stem of a folded word, or null for a word that the site does not have.
  async function stemOf(word) {
    return index.ignored.get(word) ?? (await file(fileOf(word))).stems.get(word) ?? null;
  }

  // {count, forms, scores: section -> score} of a stem.
  const entries = new Map();

  async function entry(stem) {
    const { words } = await file(fileOf(stem));
    if (!entries.has(stem)) {
      const [count, forms, levels] = words.get(stem) ?? [0, "", []];
      const scores = new Map();
      for (const [score, ...steps] of levels) {
        let section = 0;
        for (const step of steps) {
          scores.set((section += step), score);
        }
      }
      entries.set(stem, { count, forms: forms.split(" "), scores });
    }
    return entries.get(stem);
  }

  // ---- Words that the site does not have: half typed, mistyped, or another form ----

  let known = null;

  // The letters of a word as bits: words with few letters in common need no closer look.
  function lettersOf(word) {
    let letters = 0;
    for (let at = 0; at < word.length; at++) {
      letters |= 1 << (word.charCodeAt(at) % 31);
    }
    return letters >>> 0;
  }

  function bits(number) {
    let count = 0;
    for (; number; number &= number - 1) {
      count++;
    }
    return count;
  }

  async function knownWords() {
    const data = await load("words");
    if (!known) {
      const words = data.words.split(" ");
      known = {
        words,
        letters: Uint32Array.from(words, lettersOf),
        often: Array.from(data.often, (digit) => parseInt(digit, 36)),
        is: new Set(words),
      };
    }
    return known;
  }

  const SOUND_ALIKE = ["ck", "sc", "sz", "iy", "kq", "vw", "fv", "gj", "mn", "dt"];
  const VOWELS = "aeiouy";

  function swapCost(one, other) {
    if (VOWELS.includes(one) && VOWELS.includes(other)) {
      return 0.7;
    }
    return SOUND_ALIKE.includes(one + other) || SOUND_ALIKE.includes(other + one) ? 0.7 : 1;
  }

  // How much it takes to make a word of what was typed: letters left out, added, swapped, wrong. A doubled letter
  // or a wrong vowel costs less, and the first letter more. With `partial`, what is left of the word is free.
  function distance(typed, word, most, partial) {
    const width = word.length;
    let before = null;
    let row = Float32Array.from({ length: width + 1 }, (_, at) => at * 1.0);
    for (let i = 1; i <= typed.length; i++) {
      const next = new Float32Array(width + 1);
      next[0] = i;
      let best = next[0];
      for (let j = 1; j <= width; j++) {
        const one = typed[i - 1];
        const other = word[j - 1];
        const early = i === 1 && j === 1 ? 0.4 : 0;
        let cost = one === other ? row[j - 1] : row[j - 1] + swapCost(one, other) + early;
        cost = Math.min(cost, row[j] + (i > 1 && typed[i - 2] === one ? 0.5 : 1));
        cost = Math.min(cost, next[j - 1] + (j > 1 && word[j - 2] === other ? 0.5 : 0.9));
        if (i > 1 && j > 1 && one === word[j - 2] && typed[i - 2] === other) {
          cost = Math.min(cost, before[j - 2] + 0.8);
        }
        next[j] = cost;
        best = Math.min(best, cost);
      }
      if (best > most + 0.8) {
        return Infinity;
      }
      before = row;
      row = next;
    }
    return partial ? Math.min(row[width], Math.min(...row) + 0.3) : row[width];
  }

  // Words that a word may stand for, the likeliest first, as [word, weight].
  async function guesses(typed, partial) {
    const { words, letters, often, is } = await knownWords();
    const length = typed.length;
    if (partial && length > 1) {
      const begun = words.map((word, at) => [word, often[at]]).filter(([word, count]) => count && word.startsWith(typed));
      if (begun.length) {
        begun.sort(([one, a], [other, b]) => b - a || one.length - other.length);
        return begun.slice(0, 6).map(([word], at) => [word, 0.9 - at * 0.05]);
      }
    }
    if (length < 3 || /\d/.test(typed)) {
      return [];
    }
    const most = length < 5 ? 1 : length < 8 ? 2 : 2.6;
    const near = [];
    const own = lettersOf(typed);
    words.forEach((word, at) => {
      const beyond = word.length - length;
      if (word.length < 3 || beyond < -3 || (!partial && beyond > 3)) {
        return;
      }
      // Each letter missing or too many costs 0.5 at least; a word may go on after what has been typed so far.
      if (bits(own & ~letters[at]) > 2 * most || (!partial && bits(letters[at] & ~own) > 2 * most)) {
        return;
      }
      let cost = distance(typed, word, most, partial);
      const [short, long] = word.length < length ? [word, typed] : [typed, word];
      if (short.length > 3 && long.length - short.length < 5 && long.startsWith(short)) {
        cost = Math.min(cost, 0.7 + 0.15 * (long.length - short.length));
      }
      if (cost <= most) {
        near.push([word, cost - 0.06 * often[at] + (often[at] ? 0 : 0.1)]);
      }
    });
    near.sort(([one, a], [other, b]) => a - b || (one < other ? -1 : 1));
    const close = near.filter(([, cost]) => cost <= near[0][1] + 0.25).slice(0, 3);
    for (let at = 3; at < length - 2; at++) {
      const [start, end] = [typed.slice(0, at), typed.slice(at)];
      if (near.length && near[0][1] < 0.5) {
        break;
      }
      if (is.has(start) && is.has(end)) {
        return [[[start, end], 1]];
      }
    }
    return close.map(([word, cost]) => [word, 1 - Math.max(0, cost - close[0][1])]);
  }

  // ---- What the query means ----

  function rules({ alike, same, also, about, first }) {
    const groups = new Map();
    same.forEach((group, number) => {
      for (const phrase of group.filter((each) => each.length === 1)) {
        groups.set(phrase[0], [...(groups.get(phrase[0]) ?? []), number]);
      }
    });
    const spoken = new Set();
    for (const phrases of [...same, also.map(([phrase]) => phrase), ...about.map(([, , phrases]) => phrases)]) {
      phrases.filter((phrase) => phrase.length === 1).forEach(([stem]) => spoken.add(stem));
    }
    // `he` and `she`, `never` and `won't` are one to a rule.
    const one = new Map(alike.flatMap((stems) => stems.map((stem) => [stem, stems[0]])));
    return { same, also, about, first, groups, spoken, plain: (stem) => one.get(stem) ?? stem };
  }

  // Adds to a token what a rule may call it: `exactly`, the stems that it has, and `meaning`, also those of its groups.
  function named(token) {
    const { groups, same, plain } = index.rules;
    const own = token.stems.map(([stem]) => stem);
    const kin = own.flatMap((stem) => groups.get(stem) ?? []).flatMap((group) => same[group]);
    token.exactly = new Set(own.map(plain));
    token.meaning = new Set([...own, ...kin.filter((phrase) => phrase.length === 1).flat()].map(plain));
    return token;
  }

  // Where a phrase stands in the query, as positions; up to two other words may stand between its words.
  function place(tokens, phrase, loosely) {
    const { plain } = index.rules;
    const is = (token, stem) => (loosely ? token.meaning : token.exactly).has(plain(stem));
    for (let begin = 0; begin < tokens.length; begin++) {
      const found = [];
      let at = begin;
      for (const stem of phrase) {
        const end = found.length ? Math.min(at + 3, tokens.length) : begin + 1;
        while (at < end && !is(tokens[at], stem)) {
          at++;
        }
        if (at >= end) {
          break;
        }
        found.push(at++);
      }
      if (phrase.length && found.length === phrase.length) {
        return found;
      }
    }
    return null;
  }

  async function tokensOf(query) {
    const matches = [...query.matchAll(WORD)];
    const said = matches.map(([word]) => word);
    // Words joined by a hyphen mean something together: `phone-free` asks for nothing free.
    const joined = matches.map(({ 0: word, index: at }) => /^[-‐‑]\S/.test(query.slice(at + word.length)) || /\S[-‐‑]$/.test(query.slice(0, at)));
    const typing = /[\p{L}\p{N}\p{M}]$/u.test(query);
    const found = await Promise.all(
      said.map(async (word, at) => {
        const folded = fold(word);
        const stem = await stemOf(folded);
        if (stem !== null) {
          return { word, stems: [[stem, 1]], joined: joined[at], ignored: index.ignored.has(folded) };
        }
        const partial = typing && at === said.length - 1;
        const likely = await guesses(folded, partial);
        if (likely.length && Array.isArray(likely[0][0])) {
          return Promise.all(likely[0][0].map(async (part) => ({ word, folded, stems: [[await stemOf(part), 1]], instead: part })));
        }
        const stems = new Map();
        for (const [guess, weight] of likely) {
          const its = await stemOf(guess);
          stems.set(its, Math.max(weight, stems.get(its) ?? 0));
        }
        const instead = likely.length && !likely[0][0].startsWith(folded) ? likely[0][0] : "";
        return { word, folded, stems: [...stems], instead, lost: !likely.length, ignored: index.ignored.has(likely[0]?.[0]) };
      }),
    );
    return found.flat().map(named);
  }

  const SAME = 0.85;
  const ALSO = 0.6;
  // Words such as `go` or `think` say little of what is looked for.
  const WEAK = 0.7;

  // Beside words that the editor's rules understand, others are what a reader happens to say: `every night`.
  const BESIDE = 0.45;
  // How much a phrase of one, two or more words tells about what is looked for.
  const TELLS = [0, 0.7, 1, 1.2];

  // What the query is about by the editor's rules, as `pages`: [page, section, how surely]. `every` has where each of
  // their phrases stands; one inside a longer one means something else there: a `closed book` is none to read.
  // `idiom` are the words of phrases of several words, which by themselves say little of what is looked for.
  function aboutOf(tokens) {
    const met = index.rules.about.map(([page, section, phrases]) => {
      return [page, section, phrases.map((phrase) => place(tokens, phrase, phrase.length > 1)).filter(Boolean)];
    });
    const every = met.flatMap(([, , found]) => found);
    const tells = (places) => TELLS[Math.min(3, Math.max(1, loud(places, tokens).length))];
    const pages = [];
    for (const [page, section, found] of met) {
      const good = found.filter((places) => !every.some((other) => isPartOf(places, other)));
      if (good.length) {
        pages.push([page, section, Math.max(...good.map(tells))]);
      }
    }
    const idiom = new Set(every.map((places) => loud(places, tokens)).filter((places) => places.length > 1).flat());
    return { pages, every, idiom };
  }

  function loud(places, tokens) {
    return places.filter((at) => !tokens[at].ignored);
  }

  // Whether a phrase stands inside a longer one.
  function isPartOf(places, other) {
    return other.length > places.length && places.every((at) => other.includes(at));
  }

  // A concept is something that a section should speak of: alternatives, each stems that count together.
  function conceptsOf(tokens, { pages, every, idiom }) {
    const { same, also } = index.rules;
    const concepts = [];
    const taken = new Set();
    const phrased = [];
    const note = (phrase, others, weight, loosely) => {
      const found = place(tokens, phrase, loosely);
      const joined = found?.length === 1 && tokens[found[0]].joined;
      if (found && !joined && !every.some((other) => isPartOf(found, other))) {
        phrased.push({ found, others: others.map((other) => [other, weight, loosely]) });
      }
    };
    for (const group of same) {
      for (const phrase of group) {
        note(phrase, group.filter((other) => other !== phrase), SAME, false);
      }
    }
    for (const [phrase, others] of also) {
      note(phrase, others, ALSO, true);
    }
    phrased.sort((one, other) => other.found.length - one.found.length);
    for (const { found } of phrased.filter(({ found }) => found.length > 1)) {
      if (found.some((at) => taken.has(at))) {
        continue;
      }
      const loud = found.filter((at) => !tokens[at].ignored);
      const here = phrased.filter((each) => each.found.join() === found.join()).flatMap((each) => each.others);
      const alone = loud.flatMap((at) => tokens[at].stems.map(([stem, weight]) => [[stem], 0.4 * weight, true]));
      concepts.push({ ways: [[loud.map((at) => tokens[at].stems[0][0]), 1], ...here, ...alone] });
      found.forEach((at) => taken.add(at));
    }
    const content = tokens.some((token) => !token.ignored && !token.lost) || concepts.length;
    tokens.forEach((token, at) => {
      if (taken.has(at) || (content && token.ignored) || !token.stems.length) {
        return;
      }
      const own = token.stems.map(([stem, weight]) => [[stem], weight * loudness(stem, pages.length > 0, idiom.has(at))]);
      const alone = phrased.filter(({ found }) => found.length === 1 && found[0] === at);
      const others = idiom.has(at) ? [] : alone.flatMap((each) => each.others);
      concepts.push({ ways: [...own, ...others], ignored: token.ignored });
    });
    return concepts;
  }

  function loudness(stem, understood, inIdiom) {
    const beside = understood && (inIdiom || !index.rules.spoken.has(stem));
    return (index.weak.has(stem) ? WEAK : 1) * (beside ? BESIDE : 1);
  }

  // ---- Ranking ----

  // The highest score, as in src/guidewright/search.py.
  const FULL = 64;

  function rarityOf(count) {
    return Math.log(1 + (index.pageOf.length - count + 0.5) / (count + 0.5));
  }

  // The sections that speak of all of some stems, and how much they do, from 0 to `full`.
  async function sectionsWith(stems) {
    const all = await Promise.all(stems.map(entry));
    const forms = all.flatMap((each) => each.forms);
    if (all.length === 1) {
      return { shares: all[0].scores, full: FULL, count: all[0].count, forms };
    }
    const shares = new Map();
    const rarities = all.map((each) => rarityOf(each.count));
    const full = FULL * rarities.reduce((sum, rarity) => sum + rarity, 0);
    if (all.length && all.every((each) => each.count)) {
      const least = all.reduce((one, other) => (other.scores.size < one.scores.size ? other : one));
      for (const section of least.scores.keys()) {
        if (all.every((each) => each.scores.has(section))) {
          shares.set(section, all.reduce((sum, each, at) => sum + each.scores.get(section) * rarities[at], 0));
        }
      }
    }
    return { shares, full, count: shares.size, forms };
  }

  // Adds to a concept: `scores`, section -> score; `forms`, the words to mark; `rarity`, how much it matters.
  // Words of one meaning are as rare as all of them together; what an editor adds one way is as rare as it is.
  async function weigh(concept) {
    const ways = await Promise.all(
      concept.ways.map(async ([stems, weight, apart]) => ({ weight, apart, ...(await sectionsWith(stems)) })),
    );
    const found = ways.filter((way) => way.shares.size);
    const together = found.filter((way) => !way.apart);
    const union = new Set();
    for (const { shares } of together.length > 1 ? together : []) {
      for (const section of shares.keys()) {
        union.add(section);
      }
    }
    const joint = rarityOf(Math.max(union.size, ...together.map((way) => way.count)));
    const scores = new Map();
    let rarity = 0;
    for (const { shares, full, weight, apart, count } of found) {
      const own = weight * (apart ? rarityOf(count) : joint);
      rarity = Math.max(rarity, own);
      for (const [section, share] of shares) {
        const score = (own * share) / full;
        if (!(scores.get(section) >= score)) {
          scores.set(section, score);
        }
      }
    }
    return { ...concept, scores, rarity, forms: new Set(found.flatMap((way) => way.forms)) };
  }

  const SECOND = 0.2;
  const SECTION = 1;
  const COVER = 0.3;
  // What it is worth to be about what is asked, by the editor's rules, and how much of it is the first section's.
  const ABOUT = 0.75;
  const LEADS = 0.12;
  // What the score of a topic's page adds to guides that treat it, and theirs to it.
  const KIN = 0.45;
  const BACK = 0.15;
  // What has less than this share of the best score is no answer.
  const LEAST = 0.08;

  // Adds what pages give each other: where the page of a topic is an answer, the guides that treat the topic are one,
  // too, and the other way round, each as much as the guide treats it.
  function shareAmongKin(scores) {
    const own = scores.slice();
    for (const [topic, ...near] of index.kin) {
      for (let at = 0; at < near.length; at += 2) {
        const share = near[at + 1] / 100;
        scores[near[at]] += KIN * share * own[topic];
        scores[topic] += BACK * share * own[near[at]];
      }
    }
  }

  // ---- Examples ----

  // How many of the most similar examples count, and how fast less similar ones count less.
  const NEAREST = 30;
  const SHARPNESS = 3;
  // Less similar than this, and examples count less; the similarity of two queries is 1 at most.
  const SIMILAR = 0.5;
  // Words such as `my` and `is`, a meaning in common in place of a word, and two words in a row.
  const QUIET = 0.3;
  const MEANING = 0.6;
  const PAIR = 0.8;
  // What the best answers to a query are worth, good ones, and pages that touch it: the gains of nDCG.
  const GAINS = [1, 3 / 7, 1 / 7];
  // What the answers to similar queries are worth, and what it is to be an answer where pages found by words are.
  const ASKED = 3;
  const TOGETHER = 0.8;
  // Who is an answer to similar queries this much, from 0 to 1, is one here.
  const ANSWER = 0.05;

  // What queries are compared by are traits: words, what these mean by the editor's rules, and two words in a row. Each
  // has a number, since three thousand examples are compared on a phone; that of a pair is made of those of its words.
  const PAIRS = 2 ** 20;
  const numbers = new Map();

  function numberOf(name) {
    if (!numbers.has(name)) {
      numbers.set(name, numbers.size);
    }
    return numbers.get(name);
  }

  // The traits of a word as [number, weight]: the word itself, then its meanings.
  function traitsOf(stem) {
    const { groups, plain } = index.rules;
    const meanings = (groups.get(stem) ?? []).map((group) => [numberOf(`=${group}`), MEANING]);
    return [[numberOf(plain(stem)), index.quiet.has(stem) ? QUIET : 1], ...meanings];
  }

  // The traits of a query, number -> weight. Its words stand in order, each as [traits of what it may be, weight] ….
  function traits(words) {
    const found = new Map();
    const add = (trait, weight) => {
      if (!(found.get(trait) >= weight)) {
        found.set(trait, weight);
      }
    };
    let before = -1;
    for (const ways of words.filter((ways) => ways.length)) {
      for (const [its, weight] of ways) {
        for (const [trait, much] of its) {
          add(trait, much * weight);
        }
      }
      const [first] = ways[0][0][0];
      if (before >= 0) {
        add((before + 1) * PAIRS + first, PAIR);
      }
      before = first;
    }
    return found;
  }

  // Weighs traits by their rarity, and brings them to the length 1.
  function unit(found, rarity) {
    let sum = 0;
    for (const [trait, weight] of found) {
      const its = weight * rarity(trait);
      found.set(trait, its);
      sum += its * its;
    }
    const length = Math.sqrt(sum) || 1;
    found.forEach((weight, trait) => found.set(trait, weight / length));
    return found;
  }

  let examples = null;

  // What readers have typed: {lists: trait -> [example, weight, …], rarity, answers: [page, gain] … of each example,
  // together: page -> other -> how much that is an answer where the page is one, and more than elsewhere}.
  async function askedBefore() {
    if (!examples) {
      const { words, queries, answers: graded } = await load("asked");
      const ofWord = words.map((word) => [[traitsOf(word), 1]]);
      const every = queries.map((query) => traits(query.map((word) => ofWord[word])));
      const often = new Map();
      every.forEach((found) => found.forEach((_, trait) => often.set(trait, (often.get(trait) ?? 0) + 1)));
      const rarities = new Map();
      often.forEach((count, trait) => rarities.set(trait, Math.log(1 + queries.length / count)));
      const rarity = (trait) => rarities.get(trait) ?? Math.log(1 + queries.length);
      const lists = new Map();
      every.forEach((found, number) => {
        unit(found, rarity).forEach((weight, trait) => {
          if (!lists.has(trait)) {
            lists.set(trait, []);
          }
          lists.get(trait).push(number, weight);
        });
      });
      const answers = graded.map((by) => by.flatMap((pages, at) => pages.map((page) => [page, GAINS[at]])));
      examples = { lists, rarity, answers, together: together(answers) };
    }
    return examples;
  }

  function together(answers) {
    const means = new Map();
    const joint = new Map();
    for (const pages of answers) {
      for (const [page, gain] of pages) {
        means.set(page, (means.get(page) ?? 0) + gain);
        const others = joint.get(page) ?? new Map();
        joint.set(page, others);
        pages.forEach(([other, its]) => others.set(other, (others.get(other) ?? 0) + gain * its));
      }
    }
    const share = (page, other) => (joint.get(page).get(other) ?? 0) / means.get(page) - means.get(other) / answers.length;
    return new Map(Array.from(means.keys(), (page) => [page, Array.from(means.keys(), (other) => [other, share(page, other)])]));
  }

  // How well pages answer what was asked before in similar words, from 0 to 1, by page: the mean of the answers to the
  // most similar examples (k nearest neighbours by cosine). `together` as above.
  async function answered(tokens) {
    const shares = new Map();
    if (!index.asked) {
      return { shares, together: new Map() };
    }
    const { lists, rarity, answers, together } = await askedBefore();
    const said = tokens.map(({ stems, folded }) => (folded ? [...stems, [folded, 1]] : stems));
    const words = said.map((ways) => ways.map(([stem, weight]) => [traitsOf(stem), weight]));
    const alike = new Map();
    unit(traits(words), rarity).forEach((weight, trait) => {
      const list = lists.get(trait) ?? [];
      for (let at = 0; at < list.length; at += 2) {
        alike.set(list[at], (alike.get(list[at]) ?? 0) + weight * list[at + 1]);
      }
    });
    const near = [...alike].sort(([one, a], [other, b]) => b - a || one - other).slice(0, NEAREST);
    const whole = near.reduce((sum, [, similarity]) => sum + similarity ** SHARPNESS, 0);
    for (const [number, similarity] of near) {
      const weight = (Math.min(1, near[0][1] / SIMILAR) * similarity ** SHARPNESS) / whole;
      answers[number].forEach(([page, gain]) => shares.set(page, (shares.get(page) ?? 0) + weight * gain));
    }
    return { shares, together };
  }

  // Adds what the examples tell to scores: pages that answer similar queries, and those that are answers together.
  function shareByExamples(scores, { shares, together }, whole) {
    const own = scores.slice();
    for (const [page, others] of together) {
      others.forEach(([other, share]) => (scores[other] += TOGETHER * own[page] * share));
    }
    shares.forEach((share, page) => (scores[page] += ASKED * whole * share));
  }

  // Pages, best first, and what gives the sections of one, best first. A page is good when its sections together speak
  // of all that was asked for, and better when one section does.
  function rank(concepts, about, before, from, to) {
    const { pageOf, firstOf, boosts } = index;
    const most = about.length ? ABOUT * rarityOf(1) : 0;
    const whole = most + concepts.reduce((sum, concept) => sum + concept.rarity, 0) || 1;
    const ofSection = new Float64Array(pageOf.length);
    const [sums, covered, told, scores] = Array.from({ length: 4 }, () => new Float64Array(firstOf.length - 1));
    for (const concept of concepts) {
      const [best, second] = [new Float64Array(scores.length), new Float64Array(scores.length)];
      for (const [section, score] of concept.scores) {
        const page = pageOf[section];
        ofSection[section] += score;
        if (score > best[page]) {
          second[page] = best[page];
          best[page] = score;
        } else if (score > second[page]) {
          second[page] = score;
        }
      }
      for (let page = from; page < to; page++) {
        if (best[page]) {
          sums[page] += best[page] + SECOND * second[page];
          covered[page] += concept.rarity;
        }
      }
    }
    for (const [page, section, sure] of about) {
      told[page] = Math.max(told[page], most * sure);
      ofSection[firstOf[page] + section] += most * sure * LEADS;
    }
    for (let page = from; page < to; page++) {
      if (sums[page] || told[page]) {
        const lead = highest(ofSection, firstOf[page], firstOf[page + 1]);
        const share = (covered[page] + (told[page] ? most : 0)) / whole;
        scores[page] = (boosts[page] ?? 1) * (sums[page] + told[page] + SECTION * lead) * (1 - COVER + COVER * share);
      }
    }
    shareAmongKin(scores);
    const least = LEAST * highest(scores, from, to);
    const found = [];
    for (let page = from; page < to; page++) {
      if ((scores[page] && scores[page] >= least) || before.shares.get(page) >= ANSWER) {
        found.push(page);
      }
    }
    shareByExamples(scores, before, whole);
    found.sort((one, other) => scores[other] - scores[one] || one - other);
    return { found, sectionsOf: (page) => sectionsOf(page, ofSection) };
  }

  function highest(numbers, from, to) {
    let most = 0;
    for (let at = from; at < to; at++) {
      if (numbers[at] > most) {
        most = numbers[at];
      }
    }
    return most;
  }

  // The sections of a page with their scores, best first; of a page that none speaks for, the first.
  function sectionsOf(page, scores) {
    const first = index.firstOf[page];
    const here = Array.from(scores.subarray(first, index.firstOf[page + 1]), (score, at) => [first + at, score]);
    const good = here.filter(([, score]) => score).sort(([one, a], [other, b]) => b - a || one - other);
    return good.length ? good : here.slice(0, 1);
  }

  // ---- What is shown ----

  const EXCERPT = 190;
  // What comes before all others is for somebody in need, who should see the number to call.
  const URGENT = 420;
  // How much somebody is in need: a page comes first for it, or stands below one that does.
  const FIRST = 2;
  const BELOW = 1;
  // A number, and not a year.
  const NUMBER = /^(?!(19|20)\d\d$)\d{3,}$/;

  // Pieces of a text as [text, whether it is a word of the query].
  function pieces(text, forms) {
    const found = [];
    let end = 0;
    for (const match of text.matchAll(WORD)) {
      if (forms.has(fold(match[0]))) {
        found.push([text.slice(end, match.index), false], [match[0], true]);
        end = match.index + match[0].length;
      }
    }
    found.push([text.slice(end), false]);
    return found.filter(([piece]) => piece);
  }

  // The stretch of a text with the most different words of the query, and of those the one where they stand closest,
  // from the start of a sentence if one is near. For somebody in need, numbers to call are words of the query.
  function excerpt(text, forms, rarities, need) {
    const length = need === FIRST ? URGENT : EXCERPT;
    const told = (word) => forms.has(word) || (need && NUMBER.test(word));
    const hits = Array.from(text.matchAll(WORD), (match) => [match.index, fold(match[0])]).filter(([, word]) => told(word));
    let best = { worth: 0, span: 0, at: 0 };
    hits.forEach(([at], number) => {
      const words = new Set();
      let span = 0;
      for (let next = number; next < hits.length && hits[next][0] < at + length - 40; next++) {
        if (!words.has(hits[next][1])) {
          words.add(hits[next][1]);
          span = hits[next][0] - at;
        }
      }
      const worth = [...words].reduce((sum, word) => sum + (rarities.get(word) ?? (need ? 1 : 0)), 0);
      if (worth > best.worth || (worth === best.worth && span < best.span)) {
        best = { worth, span, at };
      }
    });
    let from = best.at;
    const before = text.slice(Math.max(0, from - (need ? 180 : 90)), from);
    const sentences = [...before.matchAll(/[.!?…]["”’»)]*\s+/g)];
    const sentence = (need && sentences.at(-2)) || sentences.at(-1);
    if (sentence) {
      from -= before.length - sentence.index - sentence[0].length;
    } else if (from > 90) {
      from -= before.length - Math.max(0, before.indexOf(" ") + 1);
    } else {
      from = 0;
    }
    let to = Math.min(text.length, from + length);
    if (to < text.length) {
      to = Math.max(text.lastIndexOf(" ", to), from + 40);
    }
    return [
      [from > 0 && !sentence ? "… " : "", false],
      ...pieces(text.slice(from, to), forms),
      [to < text.length ? " …" : "", false],
    ].filter(([piece]) => piece);
  }

  async function shown({ page, ranked, need }, concepts) {
    const data = await load(`p/${page}`);
    const marked = concepts.flatMap((each) => [...each.forms].filter((form) => each.ignored || !index.ignored.has(form)));
    const forms = new Set(marked);
    const rarities = new Map(concepts.flatMap((each) => Array.from(each.forms, (form) => [form, each.rarity])));
    const sections = ranked.map(([section, score]) => {
      const [anchor, heading, text] = data.sections[section - index.firstOf[page]];
      return {
        url: data.url + (anchor ? `#${encodeURIComponent(anchor)}` : ""),
        heading: pieces(heading, forms),
        excerpt: excerpt(text, forms, rarities, need),
        score,
      };
    });
    return { url: data.url, kind: data.kind, title: pieces(data.title, forms), sections };
  }

  const SECTIONS = 3;

  async function once(query, { kind = "", count = 10 } = {}) {
    await start();
    const tokens = await tokensOf(query);
    const about = aboutOf(tokens);
    const [before, ...concepts] = await Promise.all([answered(tokens), ...conceptsOf(tokens, about).map(weigh)]);
    const kinds = new Map(index.kinds.map(([name, ...range]) => [name, range]));
    const [from, to] = kind ? (kinds.get(kind) ?? [0, 0]) : [0, index.pages.length];
    const { found, sectionsOf } = rank(concepts, about.pages, before, from, to);
    // Who `pushes me away` pushes nobody.
    const urgent = (phrase) => {
      const found = place(tokens, phrase, true);
      return found && !about.every.some((other) => isPartOf(found, other));
    };
    const heads = index.rules.first.filter(([page, , phrases]) => page >= from && page < to && phrases.some(urgent));
    const others = heads.length ? found.filter((page) => !heads.some(([head]) => head === page)) : found;
    const pages = [
      ...heads.map(([page, section]) => ({ page, ranked: [[index.firstOf[page] + section, 0]], need: FIRST })),
      ...others.slice(0, count).map((page) => ({ page, ranked: sectionsOf(page), need: heads.length ? BELOW : 0 })),
    ];
    const seen = pages.slice(0, count).map(({ page, ranked, need }) => {
      const good = ranked.filter(([, score]) => score >= 0.5 * ranked[0][1]);
      return shown({ page, ranked: good.slice(0, SECTIONS), need }, concepts);
    });
    return {
      query,
      total: heads.length + others.length,
      pages: await Promise.all(seen),
      instead: tokens.filter((token) => token.instead && !token.ignored).map(({ word, instead }) => [word, instead]),
      lost: tokens.filter((token) => token.lost).map((token) => token.word),
    };
  }

  self.guidewrightSearch.find = async (query, options) => {
    try {
      return await once(query, options);
    } catch (error) {
      if (!(error instanceof Stale)) {
        throw error;
      }
      // The site has been built anew since this browser kept the index.
      starting = known = examples = null;
      asked.clear();
      read.clear();
      entries.clear();
      await start(true);
      return once(query, options);
    }
  };
})();
