// The script of every form. It reads the definition of the tool that the page holds, and knows no tool beforehand.
//
// Scoring follows Sources/CareTools/Scoring rule by rule, and reading follows Sources/CareTools/Answers; the browser
// tests hold both against the program, to the character. Nothing here asks the network, and what a person typed
// reaches the page as text only.
"use strict";
(() => {
  // MARK: Exact numbers

  /** A number as a fraction of whole numbers, so that no score is off by a rounding that nobody chose. */
  class Exact {
    constructor(numerator, denominator = 1n) {
      const sign = denominator < 0n ? -1n : 1n;
      let [first, second] = [numerator < 0n ? -numerator : numerator, sign * denominator];
      while (second !== 0n) [first, second] = [second, first % second];
      const divisor = first === 0n ? 1n : first;
      this.numerator = (sign * numerator) / divisor;
      this.denominator = (sign * denominator) / divisor;
    }

    /** Reads `12`, `-0.5` or `3.125`; null for anything else. */
    static read(text) {
      const parts = /^(-?)([0-9]{1,9})(?:\.([0-9]{1,6}))?$/.exec(text);
      if (!parts) return null;
      const places = parts[3] ?? "";
      const number = BigInt(parts[2] + places);
      return new Exact(parts[1] ? -number : number, 10n ** BigInt(places.length));
    }

    static of(number) {
      return new Exact(BigInt(number));
    }

    plus(other) {
      return new Exact(
        this.numerator * other.denominator + other.numerator * this.denominator,
        this.denominator * other.denominator,
      );
    }

    minus(other) {
      return this.plus(new Exact(-other.numerator, other.denominator));
    }

    times(other) {
      return new Exact(this.numerator * other.numerator, this.denominator * other.denominator);
    }

    /** The quotient; null where the divisor is 0. */
    dividedBy(other) {
      if (other.isZero) return null;
      return new Exact(this.numerator * other.denominator, this.denominator * other.numerator);
    }

    get isZero() {
      return this.numerator === 0n;
    }

    get magnitude() {
      return this.numerator < 0n ? new Exact(-this.numerator, this.denominator) : this;
    }

    /** Below, equal or above: negative, 0 or positive. */
    compare(other) {
      const difference = this.numerator * other.denominator - other.numerator * this.denominator;
      return difference < 0n ? -1 : difference > 0n ? 1 : 0;
    }

    equals(other) {
      return this.compare(other) === 0;
    }

    rounded({ places, mode }) {
      const scale = 10n ** BigInt(places);
      const scaled = this.numerator * scale;
      let whole = scaled / this.denominator;
      let rest = scaled % this.denominator;
      if (rest < 0n) [whole, rest] = [whole - 1n, rest + this.denominator];
      const isHalf = rest * 2n === this.denominator;
      const isOver = rest * 2n > this.denominator;
      const isUp = {
        up: rest > 0n,
        down: false,
        "half-up": isOver || (isHalf && this.numerator >= 0n),
        "half-even": isOver || (isHalf && whole % 2n !== 0n),
      }[mode];
      return new Exact(isUp ? whole + 1n : whole, scale);
    }

    /** The number as a decimal without noughts at its end; cut at six places where it has more. */
    toString() {
      const isNegative = this.numerator < 0n;
      const size = isNegative ? -this.numerator : this.numerator;
      let rest = size % this.denominator;
      let places = "";
      for (let place = 0; place < 6 && rest !== 0n; place += 1) {
        rest *= 10n;
        places += String(rest / this.denominator);
        rest %= this.denominator;
      }
      places = places.replace(/0+$/, "");
      return (isNegative ? "-" : "") + String(size / this.denominator) + (places ? `.${places}` : "");
    }
  }

  const zero = Exact.of(0);
  const sum = (numbers) => numbers.reduce((total, number) => total.plus(number), zero);
  const inOrder = (numbers) => [...numbers].sort((first, second) => first.compare(second));
  const highest = (numbers) => inOrder(numbers).at(-1) ?? null;
  const lowest = (numbers) => inOrder(numbers)[0] ?? null;
  const unique = (values) => [...new Set(values)];
  const different = (numbers) => {
    const byText = new Map(numbers.map((number) => [`${number.numerator}/${number.denominator}`, number]));
    return inOrder(byText.values());
  };

  // MARK: JSON with the figures of its numbers

  /** A number as it is written. The browser's own reader would round it. */
  class WrittenNumber {
    constructor(text) {
      this.text = text;
    }
  }

  /** Reads JSON strictly; objects become maps, so that no name in a file means anything to the script. */
  class JSONText {
    constructor(text) {
      this.text = text;
      this.index = 0;
      this.depth = 0;
    }

    static read(text) {
      const reader = new JSONText(text);
      const value = reader.value();
      reader.skipSpace();
      if (reader.index < text.length) reader.fail();
      return value;
    }

    fail() {
      throw new SyntaxError("The file is not whole, or is no JSON.");
    }

    skipSpace() {
      while (" \t\n\r".includes(this.text[this.index] ?? "x")) this.index += 1;
    }

    take(piece) {
      this.skipSpace();
      if (!this.text.startsWith(piece, this.index)) return false;
      this.index += piece.length;
      return true;
    }

    match(pattern) {
      pattern.lastIndex = this.index;
      const found = pattern.exec(this.text);
      if (!found) this.fail();
      this.index = pattern.lastIndex;
      return found[0];
    }

    value() {
      this.skipSpace();
      switch (this.text[this.index]) {
        case "{":
          return this.nested(() => this.members());
        case "[":
          return this.nested(() => this.elements());
        case '"':
          return JSON.parse(this.match(/"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y));
        case "t":
        case "f":
        case "n":
          return { true: true, false: false, null: null }[this.match(/true|false|null/y)];
        default:
          return new WrittenNumber(this.match(/-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y));
      }
    }

    nested(read) {
      this.depth += 1;
      if (this.depth > 100) this.fail();
      this.index += 1;
      const value = read();
      this.depth -= 1;
      return value;
    }

    elements() {
      const values = [];
      if (this.take("]")) return values;
      do values.push(this.value());
      while (this.take(","));
      if (!this.take("]")) this.fail();
      return values;
    }

    members() {
      const members = new Map();
      if (this.take("}")) return members;
      do {
        this.skipSpace();
        if (this.text[this.index] !== '"') this.fail();
        const name = this.value();
        if (!this.take(":")) this.fail();
        members.set(name, this.value());
      } while (this.take(","));
      if (!this.take("}")) this.fail();
      return members;
    }
  }

  /** Writes JSON; a written number keeps its figures. Without an indent it stands on one line. */
  const writeJSON = (value, indent = null, margin = "") => {
    const inner = indent === null ? "" : margin + indent;
    const line = indent === null ? "" : "\n";
    const colon = indent === null ? ":" : ": ";
    const list = (open, close, pieces) =>
      pieces.length === 0
        ? open + close
        : open + line + pieces.map((piece) => inner + piece).join(`,${line}`) + line + (indent === null ? "" : margin) + close;
    if (value instanceof WrittenNumber) return value.text;
    if (Array.isArray(value)) {
      return list("[", "]", value.map((element) => writeJSON(element, indent, inner)));
    }
    if (value instanceof Map || (value !== null && typeof value === "object")) {
      const members = value instanceof Map ? [...value] : Object.entries(value);
      const pieces = members.map(([name, member]) => writeString(name) + colon + writeJSON(member, indent, inner));
      return list("{", "}", pieces);
    }
    return typeof value === "string" ? writeString(value) : String(value);
  };

  /** A string as the program writes it. */
  const writeString = (text) =>
    `"${text.replace(/["\\\u0000-\u001f]/g, (character) => {
      const named = { '"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" }[character];
      return named ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
    })}"`;

  // MARK: Days

  const pad = (number, length) => String(number).padStart(length, "0");

  /** The parts of a day of the calendar; null where there is no such day. */
  const dayParts = (text) => {
    const found = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text ?? "");
    if (!found) return null;
    const [year, month, day] = found.slice(1).map(Number);
    const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    return month >= 1 && month <= 12 && day >= 1 && day <= lengths[month - 1] ? [year, month, day] : null;
  };

  const today = () => {
    const now = new Date();
    return `${pad(now.getFullYear(), 4)}-${pad(now.getMonth() + 1, 2)}-${pad(now.getDate(), 2)}`;
  };

  const dayWords = (text) => {
    const parts = dayParts(text);
    if (!parts) return text;
    const months =
      "January February March April May June July August September October November December".split(" ");
    return `${parts[2]} ${months[parts[1] - 1]} ${parts[0]}`;
  };

  /** The age in completed months; null where either day is not known, and before birth. */
  const ageInMonths = (about) => {
    const born = dayParts(about.get("born"));
    const day = dayParts(about.get("completed"));
    if (!born || !day || about.get("completed") < about.get("born")) return null;
    return (day[0] - born[0]) * 12 + day[1] - born[1] - (day[2] < born[2] ? 1 : 0);
  };

  /** Whether an age lies in a band; null where it is not known. */
  const isInBand = (band, months) => {
    if (band.from === null && band.to === null) return true;
    if (months === null) return null;
    return months >= (band.from ?? -Infinity) && months <= (band.to ?? Infinity);
  };

  // MARK: The tool

  const exact = (text) => (text === null ? null : Exact.read(text));

  /** The definition with its items found by identifier, and where they stand. */
  class Tool {
    constructor(definition) {
      this.definition = definition;
      this.identity = `urn:child-impact:tool:${definition.id}`;
      this.scales = new Map();
      for (const scale of definition.scales) {
        const options = scale.options.map((option) => ({ ...option, value: exact(option.value) }));
        this.scales.set(scale.id, { ...scale, options, byCode: new Map(options.map((option) => [option.code, option])) });
      }
      this.about = new Map(definition.about.map((field) => [field.name, field]));
      this.items = new Map();
      this.repeated = new Map();
      for (const section of definition.sections) this.add(section, [], null);
      this.scores = new Map(definition.scores.map((score) => [score.id, Tool.score(score)]));
      this.keys = new Map();
    }

    static score(score) {
      const number = (text) => exact(text ?? null);
      return {
        ...score,
        method: { ...score.method, ceiling: number(score.method.ceiling), least: number(score.method.least) },
        inputs: score.inputs.map((input) => ({ ...input, weight: exact(input.weight) })),
        missing: { ...score.missing, minimumShare: exact(score.missing.minimumShare) },
        bands: score.bands.map((band) => ({ ...band, from: exact(band.from), to: exact(band.to) })),
      };
    }

    add(section, conditions, repeated) {
      const own = section.when ? [...conditions, section.when] : conditions;
      const within = section.repeats ? section.id : repeated;
      if (section.repeats) this.repeated.set(section.id, section);
      for (const item of section.items) {
        const shown = [...own];
        if (item.ages) shown.push({ age: item.ages });
        if (item.when) shown.push(item.when);
        this.items.set(item.id, {
          ...item,
          from: exact(item.from ?? null),
          to: exact(item.to ?? null),
          conditions: shown,
          section: section.id,
          repeated: within,
          scale: item.scale ? this.scales.get(item.scale) : null,
        });
      }
      for (const part of section.sections) this.add(part, own, within);
    }

    /** Which answer: that of an item, in a repeated section that of one instance. There is one key for each. */
    key(item, instance) {
      const text = instance === null ? item : `${item}#${instance}`;
      if (!this.keys.has(text)) this.keys.set(text, { item, instance, text });
      return this.keys.get(text);
    }

    keysOf(id, instances) {
      const section = this.items.get(id)?.repeated ?? null;
      if (section === null) return [this.key(id, null)];
      const count = Math.max(1, instances.get(section) ?? 1);
      return Array.from({ length: count }, (_, index) => this.key(id, index + 1));
    }

    /** The lowest and the highest value of an item; null where it has none. */
    range(item) {
      if (item.kind === "number") return { lowest: item.from, highest: item.to };
      if (item.kind !== "choice") return null;
      const values = item.scale.options.map((option) => option.value).filter((value) => value !== null);
      return values.length === 0 ? null : { lowest: lowest(values), highest: highest(values) };
    }

    /** The values that an item can have, in rising order; those of a number are not listed. */
    steps(item, isReversed) {
      if (item.kind !== "choice") return [];
      const values = different(item.scale.options.map((option) => option.value).filter((value) => value !== null));
      if (!isReversed || values.length === 0) return values;
      const ends = values[0].plus(values.at(-1));
      return inOrder(values.map((value) => ends.minus(value)));
    }

    stepsBelow(score) {
      return different(
        score.inputs.flatMap((input) =>
          input.item !== undefined
            ? this.steps(this.items.get(input.item), input.reversed)
            : this.stepsBelow(this.scores.get(input.score)),
        ),
      );
    }
  }

  // MARK: Scoring

  const all = (truths) => (truths.includes(false) ? false : truths.includes(null) ? null : true);
  const any = (truths) => (truths.includes(true) ? true : truths.includes(null) ? null : false);

  /** Values put together by a method. */
  class Combination {
    constructor(method, parts, applicableWeight) {
      this.method = method;
      this.parts = parts;
      this.applicableWeight = applicableWeight;
    }

    get values() {
      return this.parts.map((part) => part.value);
    }

    get weight() {
      return sum(this.parts.map((part) => part.weight));
    }

    get weightedSum() {
      return sum(this.parts.map((part) => part.value.times(part.weight)));
    }

    end(name) {
      return sum(this.parts.filter((part) => part.range).map((part) => part.range[name].times(part.weight)));
    }

    /** The value before rounding; null where there is nothing to divide by. */
    get value() {
      const values = this.values;
      const hundred = Exact.of(100);
      switch (this.method.name) {
        case "sum":
          return sum(values);
        case "mean":
          return this.weightedSum.dividedBy(this.weight);
        case "highest":
          return highest(values);
        case "lowest":
          return lowest(values);
        case "mode-with-ceiling": {
          const most = highest(values);
          return most && most.compare(this.method.ceiling) > 0 ? most : this.mode(values);
        }
        case "count-of-codes":
        case "count-at-least":
          return Exact.of(this.parts.reduce((total, part) => total + part.counts, 0));
        case "weighted-sum":
          return this.weightedSum;
        case "prorated-sum":
          return this.weightedSum.dividedBy(this.weight)?.times(this.applicableWeight) ?? null;
        case "share-of-maximum":
          return hundred.times(this.weightedSum).dividedBy(this.end("highest"));
        case "share-of-range": {
          const least = this.end("lowest");
          return hundred.times(this.weightedSum.minus(least)).dividedBy(this.end("highest").minus(least));
        }
        case "spread":
          return values.length === 0 ? null : highest(values).minus(lowest(values));
      }
      return null;
    }

    mode(values) {
      const steps = different(values);
      const counts = steps.map((step) => values.filter((value) => value.equals(step)).length);
      const most = Math.max(...counts);
      const modes = steps.filter((_, index) => counts[index] === most);
      if (modes.length <= 1) return modes[0] ?? null;
      if (this.method.ties === "highest-mode") return modes.at(-1);
      if (this.method.ties === "highest") return highest(values);
      const mean = sum(values).dividedBy(Exact.of(values.length));
      return modes.reduce((best, mode) => {
        const nearer = mode.minus(mean).magnitude.compare(best.minus(mean).magnitude);
        return nearer < 0 || (nearer === 0 && mode.compare(best) > 0) ? mode : best;
      });
    }

    /** The places of the parts that made the value what it is. */
    get deciding() {
      const value = this.value;
      if (value === null) return [];
      const places = this.parts.map((_, index) => index);
      const ends = [highest(this.values), lowest(this.values)];
      switch (this.method.name) {
        case "highest":
        case "lowest":
        case "mode-with-ceiling":
          return places.filter((place) => this.parts[place].value.equals(value));
        case "count-of-codes":
        case "count-at-least":
          return places.filter((place) => this.parts[place].counts > 0);
        case "spread":
          return places.filter((place) => ends.some((end) => this.parts[place].value.equals(end)));
      }
      return places;
    }
  }

  /** Works out what answers come to. Each question looks only at what is settled before it. */
  class Scoring {
    constructor(tool, response) {
      this.tool = tool;
      this.response = response;
      this.months = ageInMonths(response.about);
      this.visibility = new Map();
      this.results = new Map();
    }

    get result() {
      const { tool, response } = this;
      const keys = [...tool.items.keys()].flatMap((id) => tool.keysOf(id, response.instances));
      const shown = keys.filter((key) => this.isShown(key));
      const isShown = new Set(shown);
      const scores = [...tool.scores.values()].map((score) => this.score(score));
      const needed = new Set(
        [...tool.scores.values()].flatMap((score) =>
          score.inputs.filter((input) => input.item !== undefined && !input.weight.isZero).map((input) => input.item),
        ),
      );
      const isRequired = (key) => tool.items.get(key.item).required;
      const empty = shown.filter((key) => !response.answers.has(key.text));
      const requiredUnanswered = empty.filter(isRequired);
      const evidenceMissing = shown.filter(
        (key) => this.needsEvidence(key) && !response.evidence.has(key.text),
      );
      const contradicting = shown.filter((key) => {
        const options = this.options(key);
        return options.length > 1 && options.some((option) => option.alone);
      });
      const aboutMissing = [...tool.about.values()].filter(
        (field) => field.required && !response.about.has(field.name),
      );
      const { suggestions, alerts } = tool.definition;
      const decision = suggestions?.decision ? tool.key(suggestions.decision, null) : null;
      const decided = decision && isShown.has(decision) ? response.answers.get(decision.text) : null;
      return {
        scores,
        shown,
        isShown,
        requiredUnanswered,
        evidenceMissing,
        contradicting,
        aboutMissing,
        unanswered: empty.filter((key) => needed.has(key.item) || isRequired(key)),
        notKnown: shown.filter((key) => this.hasKind(key, "not-known")),
        hidden: keys.filter((key) => response.answers.has(key.text) && !isShown.has(key)),
        alerts: alerts.filter((alert) => this.truth(alert.when, null) === true),
        suggestion: suggestions?.steps.find((step) => this.truth(step.when, null) === true) ?? null,
        decision: decided?.codes?.[0] ?? null,
        isComplete: [requiredUnanswered, evidenceMissing, contradicting, aboutMissing].every((list) => list.length === 0),
      };
    }

    // Answers

    options(key) {
      const codes = this.response.answers.get(key.text)?.codes;
      const scale = this.tool.items.get(key.item)?.scale;
      if (!codes || !scale) return [];
      return codes.map((code) => scale.byCode.get(code)).filter((option) => option !== undefined);
    }

    hasKind(key, kind) {
      return this.options(key).some((option) => option.kind === kind);
    }

    needsEvidence(key) {
      return this.tool.items.get(key.item).evidence && this.options(key).some((option) => option.evidence);
    }

    value(key) {
      const answer = this.response.answers.get(key.text);
      if (answer?.number) return answer.number;
      return answer?.codes ? (this.options(key)[0]?.value ?? null) : null;
    }

    // What is shown

    isShown(key) {
      if (!this.visibility.has(key.text)) {
        const conditions = this.tool.items.get(key.item).conditions;
        this.visibility.set(key.text, conditions.every((condition) => this.truth(condition, key) === true));
      }
      return this.visibility.get(key.text);
    }

    truth(condition, key) {
      if (condition.all) return all(condition.all.map((part) => this.truth(part, key)));
      if (condition.any) return any(condition.any.map((part) => this.truth(part, key)));
      if (condition.not) {
        const truth = this.truth(condition.not, key);
        return truth === null ? null : !truth;
      }
      if (condition.answered !== undefined) {
        return any(this.seen(condition.answered, key).map((seen) => this.isAnswered(seen)));
      }
      if (condition.is !== undefined) {
        const truths = this.seen(condition.is, key).map((seen) => {
          const codes = this.response.answers.get(seen.text)?.codes;
          if (!codes) return null;
          return codes.includes(condition.code) || (this.hasKind(seen, "not-known") ? null : false);
        });
        return truths.length === 0 ? null : any(truths);
      }
      if (condition.age) return isInBand(condition.age, this.months);
      const least = exact(condition.atLeast);
      const reaches = (value) => (value === null ? null : value.compare(least) >= 0);
      if (condition.item !== undefined) {
        const truths = this.seen(condition.item, key).map((seen) => reaches(this.value(seen)));
        return truths.length === 0 ? null : any(truths);
      }
      const score = this.tool.scores.get(condition.score);
      return score ? reaches(this.score(score).value) : null;
    }

    isAnswered(key) {
      return this.response.answers.has(key.text) && !this.hasKind(key, "not-known");
    }

    /** The answers to an item that are shown: that of the same instance where both stand in the same section. */
    seen(id, from) {
      const section = this.tool.items.get(id)?.repeated ?? null;
      const isSame = from !== null && section !== null && section === this.tool.items.get(from.item)?.repeated;
      return this.tool
        .keysOf(id, this.response.instances)
        .filter((key) => !isSame || key.instance === from.instance)
        .filter((key) => this.isShown(key));
    }

    // Scores

    score(definition) {
      if (this.results.has(definition.id)) return this.results.get(definition.id);
      const inputs = definition.inputs.flatMap((input) => this.inputs(input, definition));
      const result = this.combined(inputs, definition);
      const override = this.response.overrides.get(definition.id);
      if (definition.overridable && override) {
        result.override = override;
        result.value = override.value;
        result.reason = null;
      }
      result.band =
        result.value === null
          ? null
          : (definition.bands.find(
              (band) => band.from.compare(result.value) <= 0 && result.value.compare(band.to) <= 0,
            ) ?? null);
      this.results.set(definition.id, result);
      return result;
    }

    inputs(input, score) {
      // What is asked and not counted is counted nowhere.
      if (input.weight.isZero) return [];
      if (input.item !== undefined) return this.itemInputs(input, score);
      const definition = this.tool.scores.get(input.score);
      if (!definition) return [];
      const result = this.score(definition);
      if (result.applicable === 0 && result.value === null) return [];
      return [
        {
          value: result.value,
          weight: input.weight,
          range: null,
          counts: Scoring.counts(result.value, score.method) ? 1 : 0,
          answered: result.answered,
          applicable: result.applicable,
          decidedBy: result.decidedBy,
          steps: this.tool.stepsBelow(definition),
        },
      ];
    }

    itemInputs(input, score) {
      const item = this.tool.items.get(input.item);
      if (!item) return [];
      const range = this.tool.range(item);
      const steps = this.tool.steps(item, input.reversed);
      return this.tool
        .keysOf(input.item, this.response.instances)
        .filter((key) => this.isShown(key))
        .flatMap((key) => {
          const chosen = this.options(key);
          const answers = chosen.filter((option) => option.kind === "answer");
          // What does not apply, and what has no value to count, is left out before anything is counted.
          if (answers.length === 0 && chosen.some((option) => option.kind === "not-applicable")) return [];
          const isCounted = score.method.name === "count-of-codes" && answers.length > 0;
          const values = answers.map((option) => option.value).filter((value) => value !== null);
          if (answers.length > 0 && values.length === 0 && !isCounted) return [];
          const hasSeveral = item.kind === "choices";
          let value = isCounted ? zero : hasSeveral ? Scoring.valueOf(values, score.method) : this.value(key);
          if (input.reversed && value !== null && range) value = range.lowest.plus(range.highest).minus(value);
          const counted = answers.filter((option) => Scoring.countsOption(option, score.method)).length;
          return [
            {
              value,
              weight: input.weight,
              range,
              counts: isCounted || hasSeveral ? counted : Scoring.counts(value, score.method) ? 1 : 0,
              answered: value === null ? 0 : 1,
              applicable: 1,
              decidedBy: [key],
              steps,
            },
          ];
        });
    }

    /** What several answers to one question come to. */
    static valueOf(values, method) {
      if (values.length === 0) return null;
      if (method.name === "sum") return sum(values);
      return method.name === "lowest" ? lowest(values) : highest(values);
    }

    static countsOption(option, method) {
      return method.name === "count-of-codes" ? method.codes.includes(option.code) : Scoring.counts(option.value, method);
    }

    static counts(value, method) {
      return method.name === "count-at-least" && value !== null && value.compare(method.least) >= 0;
    }

    combined(inputs, score) {
      const answered = inputs.filter((input) => input.value !== null);
      const count = (name) => inputs.reduce((total, input) => total + input[name], 0);
      const result = {
        score,
        value: null,
        calculated: null,
        override: null,
        answered: count("answered"),
        applicable: count("applicable"),
        decidedBy: [],
        band: null,
        reason: Scoring.refusal(inputs.length, answered.length, score.missing),
        betteredByWorse: [],
      };
      if (result.reason !== null) return result;
      const weight = sum(inputs.map((input) => input.weight));
      const combination = new Combination(score.method, answered, weight);
      const value = combination.value?.rounded(score.rounding) ?? null;
      if (value === null) {
        result.reason = "there is nothing to divide by";
        return result;
      }
      result.value = value;
      result.calculated = value;
      result.decidedBy = unique(combination.deciding.flatMap((place) => answered[place].decidedBy));
      result.betteredByWorse = Scoring.betteredByWorse(answered, value, score);
      return result;
    }

    /** Why there is no score; null where there can be one. */
    static refusal(count, answered, { refusesAny, minimum, minimumShare }) {
      if (count === 0) return "nothing that it is made from applies";
      const counts = `${answered} of ${count} answered`;
      if (answered === 0) return `no known answer (0 of ${count})`;
      if (refusesAny && answered < count) return `${counts}; all are needed`;
      if (answered < minimum) return `${counts}; at least ${minimum} are needed`;
      if (Exact.of(answered).compare(minimumShare.times(Exact.of(count))) < 0) {
        return `${counts}; at least ${minimumShare.times(Exact.of(100))}% are needed`;
      }
      return null;
    }

    /** The answers of which a worse one would make the score better, each tried alone. */
    static betteredByWorse(answered, value, score) {
      if (score.method.name !== "mode-with-ceiling" || score.polarity !== "higher-is-worse") return [];
      const affected = answered.filter((input, place) =>
        input.steps.some((step) => {
          if (step.compare(input.value) <= 0) return false;
          const parts = answered.map((other, index) => (index === place ? { ...input, value: step } : other));
          const changed = new Combination(score.method, parts, zero).value;
          return changed !== null && changed.compare(value) < 0;
        }),
      );
      return unique(affected.flatMap((input) => input.decidedBy));
    }
  }

  /** The result as `score --json` prints it. */
  const resultObject = (tool, result) => {
    const texts = (keys) => keys.map((key) => key.text);
    const scores = result.scores.map((score) => {
      const object = { id: score.score.id, value: score.value?.toString() ?? null };
      if (score.override) {
        object.calculated = score.calculated?.toString() ?? null;
        object.overrideReason = score.override.reason;
      }
      object.answered = score.answered;
      object.applicable = score.applicable;
      object.decidedBy = texts(score.decidedBy);
      if (score.score.bands.length > 0) object.band = score.band?.label ?? null;
      if (score.value === null) {
        if (score.reason !== null) object.reason = score.reason;
        if (score.score.codeWithoutScore !== null) object.code = score.score.codeWithoutScore;
      }
      object.rule = score.score.rule;
      const warning = warningWords(score, texts(score.betteredByWorse));
      if (warning !== null) object.warning = warning;
      return object;
    });
    const object = {
      tool: tool.definition.id,
      version: tool.definition.version,
      complete: result.isComplete,
      unanswered: texts(result.unanswered),
      notKnown: texts(result.notKnown),
      hidden: texts(result.hidden),
      evidenceMissing: texts(result.evidenceMissing),
      contradicting: texts(result.contradicting),
      scores,
      alerts: result.alerts.map((alert) => alert.id),
    };
    if (tool.definition.suggestions) {
      object.suggestion = result.suggestion?.code ?? null;
      object.decision = result.decision;
    }
    return object;
  };

  const warningWords = (score, names) =>
    names.length === 0
      ? null
      : `a worse answer to ${names.join(", ")} would make this score look better: ` +
        "read the answers, not the score alone";

  // MARK: Reading answers

  const unseen = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}]/u;
  const trimmed = (text) => {
    const characters = [...text];
    const isSeen = (character) => !unseen.test(character);
    const first = characters.findIndex(isSeen);
    return first < 0 ? "" : characters.slice(first, characters.findLastIndex(isSeen) + 1).join("");
  };
  const isBlank = (text) => trimmed(text) === "";
  const folded = (text) => trimmed(text).toLowerCase().normalize("NFC");

  /** The day that is written: `2026-03-31`, the same with a time behind it, or `31/03/2026`; null for none. */
  const writtenDay = (text) => {
    if (/^.{10}[T ]/su.test(text)) return dayParts(text.slice(0, 10)) ? text.slice(0, 10) : null;
    const british = /^([0-9]{1,2})\/([0-9]{1,2})\/([0-9]{4})$/.exec(text);
    const day = british ? `${british[3]}-${pad(british[2], 2)}-${pad(british[1], 2)}` : text;
    return dayParts(day) ? day : null;
  };

  /** The code that a value stands for: the code itself, or for words also a label that only one option has. */
  const codeFor = (value, options) => {
    const byCode = (text) => options.find((option) => option.code === text.normalize("NFC"))?.code ?? null;
    const code = byCode(value.text) ?? (value.kind === "number" ? byCode(Exact.read(value.text)?.toString() ?? "") : null);
    if (code !== null || value.kind === "code" || value.kind === "day") return code;
    const labelled = options.filter((option) => folded(option.label) === folded(value.text));
    return byCode(trimmed(value.text)) ?? (labelled.length === 1 ? labelled[0].code : null);
  };

  const evidenceEnd = ".evidence";
  const overrideStart = "override.";
  const reasonEnd = ".reason";

  /**
   * Holds entries against the tool: what fits becomes a response, and what does not is said in `faults`.
   *
   * The program refuses a sheet of which no answer is to an item of the tool; here the file has named the tool before.
   *
   * An entry has an id, the number of each repeated group it stands in, and values as they are written.
   */
  class Reading {
    constructor(tool, asOf) {
      this.tool = tool;
      this.asOf = asOf;
      this.found = new Map();
      this.numbers = new Map();
      this.faults = [];
      this.unknown = [];
      this.made = {
        about: new Map(),
        answers: new Map(),
        evidence: new Map(),
        instances: new Map(),
        overrides: new Map(),
      };
    }

    response(entries) {
      for (const entry of entries) this.collect(entry);
      const places = this.places();
      for (const found of this.found.values()) {
        const instance = found.section === null ? null : places.get(found.section).get(found.number);
        if (instance !== undefined) this.use(found, instance);
      }
      return this.made;
    }

    target(id) {
      const item = this.tool.items.get(id);
      if (item) return { kind: "answer", item, section: item.repeated };
      if (id.startsWith("about.")) {
        const field = this.tool.about.get(id.slice("about.".length));
        return field ? { kind: "field", field, section: null } : null;
      }
      if (id.startsWith(overrideStart)) {
        const name = id.slice(overrideStart.length);
        const score = this.tool.scores.get(name);
        if (score) return { kind: "override", score, section: null };
        const reasoned = name.endsWith(reasonEnd) ? this.tool.scores.get(name.slice(0, -reasonEnd.length)) : null;
        return reasoned ? { kind: "reason", score: reasoned, section: null } : null;
      }
      const beside = id.endsWith(evidenceEnd) ? this.tool.items.get(id.slice(0, -evidenceEnd.length)) : null;
      return beside ? { kind: "evidence", item: beside, section: beside.repeated } : null;
    }

    collect(entry) {
      const target = this.target(entry.id);
      if (!target) {
        if (entry.values.length > 0) this.unknown.push(entry);
        else if (this.tool.repeated.has(entry.id)) this.count(entry.id, entry.groups.get(entry.id) ?? 1);
        return;
      }
      const number = target.section === null ? null : (entry.groups.get(target.section) ?? 1);
      if (number !== null) this.count(target.section, number);
      if (entry.values.length === 0) return;
      const key = `${entry.id}#${number}`;
      if (!this.found.has(key)) this.found.set(key, { ...target, id: entry.id, number, values: [] });
      this.found.get(key).values.push(...entry.values);
    }

    count(section, number) {
      if (!this.numbers.has(section)) this.numbers.set(section, new Set());
      this.numbers.get(section).add(number);
    }

    /** The number of each instance that is used: 1, 2, 3 ... without what is skipped. */
    places() {
      const places = new Map();
      for (const [section, numbers] of this.numbers) {
        const { most } = this.tool.repeated.get(section).repeats;
        const kept = [...numbers].sort((first, second) => first - second).slice(0, most);
        if (numbers.size > kept.length) {
          this.faults.push({ id: section, text: `stands there ${numbers.size} times; ${most} at most are used` });
        }
        this.made.instances.set(section, kept.length);
        places.set(section, new Map(kept.map((number, index) => [number, index + 1])));
      }
      return places;
    }

    fault(found, instance, words) {
      const text = found.values.map((value) => value.text).join("; ");
      this.faults.push({ id: found.id, instance, text: words, value: text, found });
      return null;
    }

    use(found, instance) {
      const seen = found.values.filter((value) => !isBlank(value.text));
      if (seen.length === 0) return;
      const key = (id) => this.tool.key(id, instance).text;
      if (found.kind === "answer" && found.item.kind === "choices") {
        const codes = this.choices(seen, found, instance);
        if (codes.length > 0) this.made.answers.set(key(found.id), { codes });
        return;
      }
      if (seen.length > 1) {
        this.fault(found, instance, "has several answers where one is allowed");
        return;
      }
      const [value] = seen;
      switch (found.kind) {
        case "answer": {
          const answer = this.answer(value, found, instance);
          if (answer !== null) this.made.answers.set(key(found.id), answer);
          break;
        }
        case "evidence":
          this.made.evidence.set(key(found.item.id), value.text);
          break;
        case "field": {
          const text = this.about(value, found);
          if (text !== null) this.made.about.set(found.field.name, text);
          break;
        }
        case "override":
          this.override(value, found);
          break;
        case "reason":
          if (!this.found.has(`${overrideStart}${found.score.id}#null`)) {
            this.fault(found, instance, "is a reason without a value");
          }
      }
    }

    choices(values, found, instance) {
      const { options } = found.item.scale;
      const codes = new Set();
      for (const value of values) {
        for (const part of Reading.parts(value, options)) {
          const code = codeFor(part, options);
          if (code === null) this.fault(found, instance, "is answered with none of its options");
          else codes.add(code);
        }
      }
      return options.map((option) => option.code).filter((code) => codes.has(code));
    }

    /** A text may hold several codes with semicolons between them. */
    static parts(value, options) {
      if (value.kind !== "text" || codeFor(value, options) !== null) return [value];
      return value.text
        .split(";")
        .map((part) => ({ kind: "text", text: trimmed(part) }))
        .filter((part) => part.text !== "");
    }

    answer(value, found, instance) {
      const { item } = found;
      switch (item.kind) {
        case "choice": {
          const code = codeFor(value, item.scale.options);
          if (code === null) return this.fault(found, instance, "is answered with none of its options");
          return { codes: [code] };
        }
        case "text":
          return { text: value.text };
        case "day": {
          const day = this.day(value, item.ahead, found, instance);
          return day === null ? null : { day };
        }
        case "number": {
          const number = Exact.read(trimmed(value.text));
          if (number === null) return this.fault(found, instance, "is no plain decimal number");
          if (number.compare(item.from) < 0 || number.compare(item.to) > 0) {
            return this.fault(found, instance, `is not from ${item.from} to ${item.to}`);
          }
          if (!number.rounded({ places: item.places, mode: "half-up" }).equals(number)) {
            const words = item.places === 0 ? "is no whole number" : `has more than ${item.places} decimal places`;
            return this.fault(found, instance, words);
          }
          return { number };
        }
      }
      const named = this.tool.items.get(trimmed(value.text));
      if (named?.kind !== "choice" && named?.kind !== "number") {
        return this.fault(found, instance, "names no question that has a value");
      }
      return { item: named.id };
    }

    about(value, found) {
      const { field } = found;
      if (field.options) {
        const code = codeFor(value, field.options);
        return code ?? this.fault(found, null, "is none of its options");
      }
      return field.isDay ? this.day(value, field.name === "expected", found, null) : value.text;
    }

    day(value, mayLieAhead, found, instance) {
      const day = writtenDay(trimmed(value.text));
      if (day === null) return this.fault(found, instance, "is no day of the calendar");
      if (!mayLieAhead && day > this.asOf) return this.fault(found, instance, "lies in the future");
      return day;
    }

    override(value, found) {
      const { score } = found;
      if (!score.overridable) return this.fault(found, null, "can have no other value in its place");
      const number = Exact.read(trimmed(value.text));
      if (number === null) return this.fault(found, null, "is no plain decimal number");
      if (!Reading.canHave(score, number)) return this.fault(found, null, "is no value that the score can have");
      const reasons = (this.found.get(`${overrideStart}${score.id}${reasonEnd}#null`)?.values ?? []).filter(
        (reason) => !isBlank(reason.text),
      );
      const reason = reasons.length === 1 ? reasons[0].text : null;
      this.made.overrides.set(score.id, { value: number, reason });
      return null;
    }

    /** Whether a person may put a value in the place of a score. */
    static canHave(score, number) {
      if (score.bands.length > 0) {
        return score.bands.some((band) => band.from.compare(number) <= 0 && number.compare(band.to) <= 0);
      }
      const { reachable } = score;
      if (!reachable) return false;
      if (reachable.values) return reachable.values.some((value) => exact(value).equals(number));
      const [from, to, step] = [exact(reachable.from), exact(reachable.to), exact(reachable.step)];
      const isWithin = number.compare(from) >= 0 && number.compare(to) <= 0;
      return isWithin && number.minus(from).dividedBy(step).denominator === 1n;
    }
  }

  // MARK: Files of answers

  /** Something about a file that the person must be told. */
  class FileFault extends Error {}

  const list = (value) => (Array.isArray(value) ? value.filter((element) => element instanceof Map) : []);
  const member = (value, name) => (value instanceof Map ? (value.get(name) ?? null) : null);

  /** A QuestionnaireResponse as a sheet of entries, with the items that it holds. */
  const readFile = (text, tool) => {
    const root = JSONText.read(text.replace(/^\ufeff/, ""));
    if (member(root, "resourceType") !== "QuestionnaireResponse") {
      throw new FileFault("The file holds no answers that a form has saved.");
    }
    const [id, version] = namedTool(member(root, "questionnaire"));
    const { definition } = tool;
    if (id !== definition.id) {
      throw new FileFault(`The file holds answers to another tool (${id ?? "not named"}); this form is ${definition.id}.`);
    }
    if (version !== null && version !== definition.version) {
      throw new FileFault(
        `The file holds answers to version ${version} of the tool; this form is version ${definition.version}.`,
      );
    }
    const entries = [];
    addEntries(list(member(root, "item")), new Map(), { entries, occurrences: new Map() });
    const own = new Set(["resourceType", "questionnaire", "status", "authored", "item", "text"]);
    const members = [...root].filter(([name]) => !own.has(name));
    return { status: member(root, "status"), entries, members };
  };

  /** The tool that an address names: `urn:child-impact:tool:ID|VERSION`, or any that ends in `Questionnaire/ID|VERSION`. */
  const namedTool = (canonical) => {
    if (typeof canonical !== "string" || canonical === "") return [null, null];
    const bar = canonical.indexOf("|");
    const address = bar < 0 ? canonical : canonical.slice(0, bar);
    const version = bar < 0 ? "" : canonical.slice(bar + 1).split("#")[0];
    const prefix = "urn:child-impact:tool:";
    const path = address.split("/").filter((part) => part !== "");
    const id = address.startsWith(prefix)
      ? address.slice(prefix.length)
      : path.length >= 2 && path.at(-2) === "Questionnaire"
        ? path.at(-1)
        : address;
    return [id, version === "" ? null : version];
  };

  /** Items are found by their linkId at any depth, as the programs that write them differ in where they put an item. */
  const addEntries = (items, groups, made) => {
    for (const item of items) {
      const id = member(item, "linkId");
      const answers = list(member(item, "answer"));
      const below = list(member(item, "item"));
      if (typeof id !== "string") {
        addEntries(below, groups, made);
      } else if (answers.length > 0) {
        made.entries.push({ id, groups, values: answers.flatMap(readValues), source: item });
        addEntries(below, groups, made);
        for (const answer of answers) addEntries(list(member(answer, "item")), groups, made);
      } else {
        const number = (made.occurrences.get(id) ?? 0) + 1;
        made.occurrences.set(id, number);
        const within = new Map([...groups, [id, number]]);
        if (below.length === 0) made.entries.push({ id, groups: within, values: [], source: item });
        addEntries(below, within, made);
      }
    }
  };

  /** The values of one answer; several where it has several members of that kind. */
  const readValues = (answer) =>
    answer instanceof Map
      ? [...answer].filter(([name]) => name.startsWith("value")).flatMap(([name, value]) => readValue(name, value))
      : [];

  const readValue = (name, value) => {
    const words = (kind, text) => (typeof text === "string" ? [{ kind, text }] : []);
    const number = (written) =>
      written instanceof WrittenNumber ? [{ kind: "number", text: written.text }] : words("text", written);
    switch (name) {
      case "valueCoding":
        return typeof member(value, "code") === "string"
          ? words("code", member(value, "code"))
          : words("text", member(value, "display"));
      case "valueDate":
      case "valueDateTime":
      case "valueInstant":
      case "valueTime":
        return words("day", value);
      case "valueQuantity":
        return number(member(value, "value"));
      case "valueInteger":
      case "valueDecimal":
        return number(value);
      case "valueBoolean":
        return typeof value === "boolean" ? words("text", String(value)) : [];
      case "valueString":
      case "valueUri":
      case "valueMarkdown":
        return words("text", value);
    }
    return [];
  };

  /** The answer of an entry as FHIR writes it. */
  const writeValue = (value, system, label) => {
    switch (value.kind) {
      case "code":
        return { valueCoding: { system, code: value.text, display: label } };
      case "day":
        return { valueDate: value.text };
      case "number":
        return { valueDecimal: new WrittenNumber(value.text) };
    }
    return { valueString: value.text };
  };

  /** Answers as a QuestionnaireResponse of FHIR R4. */
  class AnswerFile {
    /** `kept` holds items and members of an opened file that mean nothing here and go back into it. */
    constructor(tool, entries, kept) {
      this.tool = tool;
      this.kept = kept;
      this.entries = new Map();
      for (const entry of entries) {
        if (entry.values.length > 0) this.entries.set(`${entry.id}#${entry.instance}`, entry);
      }
    }

    text(status, instances) {
      const { tool } = this;
      const { definition } = tool;
      const about = this.group("about", definition.about.flatMap((field) => this.item(`about.${field.name}`, null)));
      const overrides = definition.scores.flatMap((score) => [
        ...this.item(`${overrideStart}${score.id}`, null),
        ...this.item(`${overrideStart}${score.id}${reasonEnd}`, null),
      ]);
      const sections = definition.sections.flatMap((section) => this.section(section, instances));
      const item = [...about, ...sections, ...this.group("overrides", overrides), ...this.kept.items];
      const completed = this.entries.get("about.completed#null")?.values[0];
      const file = { resourceType: "QuestionnaireResponse", questionnaire: `${tool.identity}|${definition.version}`, status };
      if (completed?.kind === "day") file.authored = completed.text;
      if (item.length > 0) file.item = item;
      for (const [name, value] of this.kept.members) file[name] = value;
      return `${writeJSON(file, "  ")}\n`;
    }

    group(linkId, item) {
      return item.length === 0 ? [] : [{ linkId, item }];
    }

    section(section, instances) {
      if (!section.repeats) {
        const parts = section.sections.flatMap((part) => this.section(part, instances));
        return this.group(section.id, [...this.items(section, null), ...parts]);
      }
      const count = instances.get(section.id) ?? 1;
      const groups = Array.from({ length: count }, (_, index) => ({
        linkId: section.id,
        item: this.items(section, index + 1),
      }));
      // One of several that is empty keeps its place; where there is but one, it says nothing.
      if (count === 1 && groups[0].item.length === 0) return [];
      return groups.map((group) => (group.item.length === 0 ? { linkId: group.linkId } : group));
    }

    items(section, instance) {
      return section.items.flatMap((item) => [
        ...this.item(item.id, instance),
        ...this.item(item.id + evidenceEnd, instance),
      ]);
    }

    item(linkId, instance) {
      const entry = this.entries.get(`${linkId}#${instance}`);
      if (!entry) return [];
      return [{ linkId, answer: entry.values.map((value) => writeValue(value, entry.system, value.label)) }];
    }
  }

  // MARK: The page

  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };

  const byID = (id) => document.getElementById(id);
  const counted = (number, one, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;
  const shortened = (text) => (text.length > 70 ? `${text.slice(0, 68).trimEnd()} …` : text);

  /** One thing that is asked: a question, a line above the questions, or a person's value beside a score. */
  class Field {
    constructor(node, id, item) {
      this.node = node;
      this.id = id;
      this.item = item;
      this.options = [...node.querySelectorAll("input[type=radio], input[type=checkbox]")];
      this.control = node.querySelector("[data-control]");
      this.beside = node.querySelector("[data-beside] textarea");
      this.isTouched = false;
    }

    /** The instance of the repeated section that it stands in, from 1; null where it is asked once. */
    get instance() {
      const instance = this.node.closest("[data-instance]");
      return instance ? [...instance.parentNode.children].indexOf(instance) + 1 : null;
    }

    get groups() {
      const instance = this.instance;
      return instance === null ? new Map() : new Map([[this.node.closest("[data-repeats]").dataset.section, instance]]);
    }

    get name() {
      return `${this.id}#${this.instance}`;
    }

    get words() {
      return (this.node.querySelector("[data-words]") ?? this.node).textContent.trim();
    }

    get title() {
      const heading = this.node.closest("[data-instance]")?.querySelector("[data-number]");
      return heading ? `${this.words} (${heading.textContent})` : this.words;
    }

    /** Where a link to it leads. */
    get target() {
      return this.control ?? this.options.find((option) => option.checked) ?? this.options[0];
    }

    get isEmpty() {
      return this.values.length === 0;
    }

    get values() {
      if (!this.control) {
        return this.options
          .filter((option) => option.checked)
          .map((option) => ({ kind: "code", text: option.value, label: option.dataset.label }));
      }
      const { value } = this.control;
      if (isBlank(value)) return [];
      switch (this.node.dataset.kind) {
        case "code":
          return [{ kind: "code", text: value, label: this.control.selectedOptions[0].label }];
        case "day":
          return [{ kind: "day", text: value }];
        case "number": {
          const number = /^-?[0-9]{1,15}(\.[0-9]{1,15})?$/.test(trimmed(value));
          // A number of JSON has no nought in front.
          return [
            number
              ? { kind: "number", text: trimmed(value).replace(/^(-?)0+(?=[0-9])/, "$1") }
              : { kind: "text", text: value },
          ];
        }
      }
      return [{ kind: "text", text: value }];
    }

    entries(tool) {
      const { instance, groups } = this;
      const scale = this.item?.scale?.id ?? this.id;
      const entries = [{ id: this.id, instance, groups, values: this.values, system: `${tool.identity}:${scale}` }];
      if (this.beside) {
        const text = this.beside.value;
        const id = this.id.startsWith(overrideStart) ? this.id + reasonEnd : this.id + evidenceEnd;
        entries.push({ id, instance, groups, values: isBlank(text) ? [] : [{ kind: "text", text }] });
      }
      return entries;
    }

    clear() {
      for (const option of this.options) option.checked = false;
      if (this.control) this.control.value = "";
    }

    /** Puts values of a file in; returns what has no place here. */
    fill(values, tool) {
      const kind = this.node.dataset.kind;
      const choices = kind === "code" ? (this.item?.scale?.options ?? tool.about.get(this.id.slice(6))?.options) : null;
      const left = [];
      for (const value of values) {
        if (isBlank(value.text)) continue;
        const parts = this.node.dataset.many ? Reading.parts(value, choices) : [value];
        for (const part of parts) if (!this.put(part, kind, choices, values.length, tool)) left.push(part.text);
      }
      return left;
    }

    put(value, kind, choices, count, tool) {
      if (count > 1 && !this.node.dataset.many) return false;
      let { text } = value;
      if (choices) text = codeFor(value, choices);
      if (kind === "day") text = writtenDay(trimmed(text));
      if (text === null) return false;
      if (this.control) {
        this.control.value = text;
        const named = this.item?.kind === "item" ? tool.items.get(text) : undefined;
        if (this.control.value === "" && named) {
          // The list offers what can get better; a file may name another question.
          this.control.append(element("option", { value: text }, named.text));
          this.control.value = text;
        }
        return this.control.value !== "";
      }
      const option = this.options.find((option) => option.value === text);
      if (option) option.checked = true;
      return option !== undefined;
    }

    showError(text) {
      const place = this.node.querySelector("[data-error]");
      const words = text === null ? "" : `Error: ${text}`;
      if (place.textContent === words) return;
      const isThere = text !== null;
      place.textContent = words;
      place.hidden = !isThere;
      this.node.classList.toggle("wrong", isThere);
      if (isThere && this.node.tagName === "DETAILS") this.node.open = true;
      for (const control of [this.control, this.beside, ...this.options]) {
        if (!control) continue;
        if (isThere) control.setAttribute("aria-invalid", "true");
        else control.removeAttribute("aria-invalid");
      }
    }
  }

  class Form {
    constructor(tool) {
      this.tool = tool;
      this.node = byID("form");
      this.isChanged = false;
      this.isPressed = false;
      this.status = null;
      this.kept = { items: [], members: [] };
      this.madeInstances = 1;
      this.said = "";
      document.documentElement.classList.add("js");
      for (const button of document.querySelectorAll("[data-needs-script]")) button.hidden = false;
      for (const section of document.querySelectorAll("[data-repeats]")) this.numberInstances(section);
      const contents = document.querySelector("nav details");
      contents.open = matchMedia("(min-width: 60.01rem)").matches;
      this.findFields();
      this.fillToday();
      this.listen();
      this.refresh();
    }

    fillToday() {
      for (const field of this.fields) {
        if (field.node.dataset.kind !== "day" || field.node.dataset.ahead) continue;
        field.control.max = today();
        if (field.id === "about.completed" && field.isEmpty) field.control.value = today();
        Form.showPrinted(field.control);
      }
    }

    findFields() {
      const old = new Map((this.fields ?? []).map((field) => [field.node, field]));
      const make = (node, id, item) => old.get(node) ?? new Field(node, id, item);
      const all = (selector) => [...document.querySelectorAll(selector)];
      this.fields = [
        ...all("[data-about]").map((node) => make(node, `about.${node.dataset.about}`, null)),
        ...all("[data-item]").map((node) => make(node, node.dataset.item, this.tool.items.get(node.dataset.item))),
        ...all("[data-override]").map((node) => make(node, overrideStart + node.dataset.override, null)),
      ];
      for (const field of this.fields) {
        for (const control of [field.control, field.beside]) if (control) Form.showPrinted(control);
      }
    }

    /** A copy of what is written: a browser prints only what a box shows, and days in an order that can be mistaken. */
    static showPrinted(control) {
      let copy = control.nextElementSibling;
      if (!copy?.classList.contains("printed")) {
        copy = element("div", { class: "printed", "aria-hidden": "true" });
        control.after(copy);
      }
      const isEmpty = isBlank(control.value);
      control.classList.toggle("empty", isEmpty);
      const words = control.type === "date" ? dayWords(control.value) : (control.selectedOptions?.[0].label ?? control.value);
      copy.textContent = isEmpty ? "" : words;
    }

    // Events

    listen() {
      this.node.addEventListener("input", (event) => this.changed(event));
      this.node.addEventListener("change", (event) => this.changed(event));
      this.node.addEventListener("submit", (event) => event.preventDefault());
      this.node.addEventListener("keydown", (event) => {
        // Enter in a line of text must not press a button.
        if (event.key === "Enter" && event.target.tagName === "INPUT") event.preventDefault();
      });
      document.addEventListener("click", (event) => this.clicked(event));
      addEventListener("pointerdown", () => (this.isPressed = true), true);
      for (const name of ["pointerup", "pointercancel"]) addEventListener(name, () => (this.isPressed = false), true);
      byID("open").addEventListener("change", () => this.open());
      addEventListener("beforeunload", (event) => {
        if (this.isChanged) event.preventDefault();
      });
    }

    changed(event) {
      const node = event.target.closest("[data-about], [data-item], [data-override]");
      if (!node) return;
      this.isChanged = true;
      byID("saved").textContent = "";
      const field = this.fields.find((field) => field.node === node);
      if (event.type === "change") field.isTouched = true;
      if (!["radio", "checkbox"].includes(event.target.type)) Form.showPrinted(event.target);
      // Typing is not slowed down by scoring after each letter.
      const isTyped = event.target.tagName === "TEXTAREA" || event.target.type === "text";
      this.refreshSoon(event.type === "input" && isTyped ? 150 : 0);
    }

    /** Nothing moves on the page between the press and the release of a button: the click would miss its target. */
    refreshSoon(delay) {
      clearTimeout(this.waiting);
      if (delay === 0 && !this.isPressed) {
        this.refresh();
        return;
      }
      this.waiting = setTimeout(() => this.refreshSoon(0), Math.max(delay, 50));
    }

    clicked(event) {
      const button = event.target.closest("button, a[href^='#']");
      if (!button) return;
      if (button.tagName === "A") return this.follow(event, button);
      const actions = {
        draft: () => this.save("in-progress"),
        complete: () => this.complete(),
        print: () => print(),
        add: () => this.add(button.closest("[data-repeats]")),
        remove: () => this.remove(button.closest("[data-instance]")),
        clear: () => this.clearAnswer(button.closest("[data-item]")),
      };
      actions[button.dataset.action]?.();
    }

    /** A link to a field sets the focus into it, and a link to a part before its heading. */
    follow(event, link) {
      const target = byID(link.getAttribute("href").slice(1));
      if (!target) return;
      event.preventDefault();
      const closed = target.closest("details:not([open])");
      if (closed) closed.open = true;
      if (!target.matches("input, select, textarea, button")) target.tabIndex = -1;
      target.focus({ preventScroll: true });
      (target.closest("[data-item], [data-about], [data-override]") ?? target).scrollIntoView();
    }

    clearAnswer(node) {
      const field = this.fields.find((field) => field.node === node);
      field.clear();
      this.isChanged = true;
      this.refresh();
      field.target.focus();
    }

    // Repeated sections

    instances(section) {
      return [...section.querySelector("[data-instances]").children];
    }

    numberInstances(section) {
      const instances = this.instances(section);
      const { label, most } = this.tool.repeated.get(section.dataset.section).repeats;
      instances.forEach((instance, index) => {
        instance.querySelector("[data-number]").textContent = `${label} ${index + 1}`;
        const button = instance.querySelector("[data-action=remove]");
        button.textContent = `Remove ${label.toLowerCase()} ${index + 1}`;
        button.hidden = instances.length === 1;
      });
      section.querySelector("[data-action=add]").hidden = instances.length >= most;
    }

    /** Adds an instance; its identifiers get a number that no other has. */
    addInstance(section) {
      this.madeInstances += 1;
      const content = section.querySelector("template").content.cloneNode(true);
      for (const node of content.querySelectorAll("*")) {
        for (const name of ["id", "for", "name", "aria-labelledby", "aria-describedby"]) {
          const value = node.getAttribute(name);
          if (value !== null) node.setAttribute(name, value.replaceAll("_0", `_${this.madeInstances}`));
        }
      }
      for (const node of content.querySelectorAll("[data-needs-script]")) node.hidden = false;
      section.querySelector("[data-instances]").append(content);
    }

    add(section) {
      this.addInstance(section);
      this.settle(section);
      const heading = this.instances(section).at(-1).querySelector("[data-number]");
      heading.tabIndex = -1;
      heading.focus();
    }

    remove(instance) {
      const section = instance.closest("[data-repeats]");
      const field = this.fields.find((field) => instance.contains(field.node) && !field.isEmpty);
      const name = instance.querySelector("[data-number]").textContent;
      if (field && !confirm(`Remove ${name} with all that is written there?`)) return;
      instance.remove();
      this.settle(section);
      section.querySelector("[data-action=add]").focus();
    }

    settle(section) {
      this.numberInstances(section);
      this.isChanged = true;
      this.findFields();
      this.refresh();
    }

    // Scores while the form is filled in

    get entries() {
      return this.fields.flatMap((field) => field.entries(this.tool));
    }

    refresh() {
      this.reading = new Reading(this.tool, today());
      this.response = this.reading.response(this.entries);
      this.result = new Scoring(this.tool, this.response).result;
      this.months = ageInMonths(this.response.about);
      this.showFields();
      this.showSections();
      this.showScores();
      this.showAlerts();
      this.showSuggestion();
      this.showUnknown();
      this.showErrors();
      this.showStatus();
      this.showCase();
    }

    key(field) {
      return this.tool.key(field.id, field.instance);
    }

    isShown(field) {
      return field.item ? this.result.isShown.has(this.key(field)) : true;
    }

    showFields() {
      for (const field of this.fields) {
        if (!field.item) continue;
        field.node.hidden = !this.isShown(field);
        const clear = field.node.querySelector("[data-action=clear]");
        if (clear) clear.hidden = field.isEmpty;
        if (!field.beside) continue;
        const box = field.beside.closest("[data-beside]");
        box.hidden = field.isEmpty && isBlank(field.beside.value);
        const isNeeded = field.options.some(
          (option) => option.checked && field.item.scale.byCode.get(option.value).evidence,
        );
        box.querySelector("[data-needed]").hidden = !isNeeded;
        field.beside.setAttribute("aria-required", String(isNeeded));
      }
      for (const node of document.querySelectorAll("[data-ages]")) {
        const [from, to] = node.dataset.ages.split(" ").map((part) => (part === "-" ? null : Number(part)));
        node.hidden = isInBand({ from, to }, this.months) === false;
      }
      const note = byID("age-note");
      if (note) note.hidden = this.months !== null;
    }

    showSections() {
      for (const section of document.querySelectorAll("[data-section]")) {
        const fields = this.fields.filter((field) => field.item && section.contains(field.node));
        const shown = fields.filter((field) => this.isShown(field));
        section.hidden = shown.length === 0;
        const link = document.querySelector(`[data-part="${section.id}"]`);
        if (!link) continue;
        link.hidden = section.hidden;
        this.showProgress(link.querySelector("[data-progress]"), shown);
      }
    }

    showProgress(place, fields) {
      const asked = fields.filter((field) => field.item.required || field.item.counts);
      const done = asked.filter((field) => this.isDone(field));
      place.textContent = asked.length === 0 ? "" : `${done.length} of ${asked.length}`;
      place.classList.toggle("done", asked.length > 0 && done.length === asked.length);
    }

    nameOf(key) {
      const { text, repeated } = this.tool.items.get(key.item);
      if (key.instance === null) return text;
      return `${text} (${this.tool.repeated.get(repeated).repeats.label} ${key.instance})`;
    }

    linkTo(key, words) {
      const field = this.fields.find((field) => field.id === key.item && field.instance === key.instance);
      return element("a", { href: `#${field.target.id}` }, words);
    }

    showScores() {
      for (const result of this.result.scores) {
        const node = document.querySelector(`[data-score="${result.score.id}"]`);
        node.querySelector("[data-value]").textContent = result.value?.toString() ?? "No score";
        node.querySelector("[data-band]").textContent = result.band?.label ?? "";
        node.querySelector("[data-basis]").textContent = this.basis(result);
        node.querySelector("[data-deciding]").replaceChildren(...this.deciding(result));
        const response = node.querySelector("[data-response]");
        response.textContent = result.band?.response ?? "";
        response.hidden = !result.band?.response;
        const warning = node.querySelector("[data-warning]");
        const names = result.betteredByWorse.map((key) => `“${shortened(this.nameOf(key))}”`);
        warning.textContent = names.length === 0 ? "" : Form.sentence(warningWords(result, names));
        warning.hidden = names.length === 0;
      }
    }

    static sentence(words) {
      return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
    }

    basis(result) {
      const words = [];
      const prorated =
        result.score.method.name === "prorated-sum" && result.calculated !== null && result.answered < result.applicable;
      if (result.value === null && result.reason !== null) words.push(result.reason);
      else words.push(`${result.answered} of ${result.applicable} answered${prorated ? ", prorated" : ""}`);
      if (result.override) {
        const calculated = result.calculated?.toString() ?? "no score";
        words.push(`your own value in place of ${calculated}`);
        words.push(result.override.reason === null ? "no reason given yet" : `because: ${result.override.reason}`);
      }
      if (result.value === null && result.score.codeWithoutScore !== null) {
        words.push(`code ${result.score.codeWithoutScore}`);
      }
      return Form.sentence(words.join("; "));
    }

    deciding(result) {
      const isPart = ["sum", "mean", "weighted-sum", "prorated-sum", "share-of-maximum", "share-of-range"].includes(
        result.score.method.name,
      );
      if (result.decidedBy.length === 0) return [];
      const links = result.decidedBy.flatMap((key, index) => [
        index === 0 ? "" : "; ",
        this.linkTo(key, shortened(this.nameOf(key))),
      ]);
      return [isPart ? "Made from: " : "Decided by: ", ...links];
    }

    showAlerts() {
      const raised = this.result.alerts;
      for (const node of document.querySelectorAll("[data-alert]")) {
        node.hidden = !raised.some((alert) => alert.id === node.dataset.alert);
      }
      byID("alerts").hidden = raised.length === 0;
      const region = byID("alert-titles");
      const ids = raised.map((alert) => alert.id).join(" ");
      if (region.dataset.shown === ids) return;
      region.dataset.shown = ids;
      const links = raised.map((alert) => {
        const full = document.querySelector(`[data-alert="${alert.id}"]`);
        return element("li", {}, element("a", { href: `#${full.id}` }, alert.title));
      });
      region.replaceChildren(
        ...(links.length === 0
          ? []
          : [element("strong", {}, "Act on this, whatever the scores say: "), element("ul", {}, ...links)]),
      );
      region.parentNode.classList.toggle("raised", links.length > 0);
      const titles = raised.map((alert) => alert.title).join("; ");
      byID("raised")?.replaceChildren(titles === "" ? "" : `Act on this, whatever the scores say: ${titles}.`);
    }

    showSuggestion() {
      const { suggestions } = this.tool.definition;
      if (!suggestions) return;
      const step = this.result.suggestion;
      for (const node of document.querySelectorAll("[data-step]")) node.hidden = node.dataset.step !== step?.code;
      const words =
        step === null
          ? "No step is suggested: something that it would rest on is not known yet."
          : `Suggested from the answers: ${step.title}`;
      byID("no-step").hidden = step !== null;
      for (const node of document.querySelectorAll("[data-suggested]")) node.textContent = words;
    }

    showUnknown() {
      const lists = [
        ["unknown-answers", this.result.notKnown],
        ["unanswered", this.result.unanswered],
        ["evidence-missing", this.result.evidenceMissing],
        ["contradicting", this.result.contradicting],
      ];
      for (const [id, keys] of lists) {
        const node = byID(id);
        node.hidden = keys.length === 0;
        const links = keys.map((key) => element("li", {}, this.linkTo(key, this.nameOf(key))));
        node.querySelector("ul").replaceChildren(...links);
      }
      const hidden = byID("hidden-answers");
      hidden.hidden = this.result.hidden.length === 0;
      const lines = this.result.hidden.map((key) => element("li", {}, this.nameOf(key)));
      hidden.querySelector("ul").replaceChildren(...lines);
      byID("nothing-unknown").hidden = lists.some(([, keys]) => keys.length > 0);
    }

    isDone(field) {
      const key = this.key(field).text;
      return this.response.answers.has(key) && !this.result.contradicting.some((other) => other.text === key);
    }

    get progress() {
      const fields = this.fields.filter((field) => field.item && this.isShown(field));
      const asked = fields.filter((field) => field.item.required || field.item.counts);
      const done = asked.filter((field) => this.isDone(field));
      return `${done.length} of ${counted(asked.length, "question")} answered`;
    }

    showStatus() {
      const { suggestions } = this.tool.definition;
      const words = [this.progress];
      if (suggestions && this.result.suggestion) words.push(`suggested: ${this.result.suggestion.title}`);
      const text = words.join(" · ");
      byID("progress").textContent = text;
      const scores = this.result.scores.map((score) => `${score.score.title}: ${score.value ?? "no score"}`);
      const last = this.lastScores ?? scores;
      const changes = scores.filter((score, index) => score !== last[index]);
      clearTimeout(this.announcing);
      // Speech waits until the worker pauses, and says only what has changed since it last spoke.
      this.announcing = setTimeout(() => {
        this.lastScores = scores;
        const spoken = [...words, ...changes.slice(0, 3)].join(". ");
        if (spoken !== this.said && this.said !== "") byID("announced").textContent = spoken;
        this.said = spoken;
      }, 1500);
    }

    /** The edge of printed pages names the tool, the child and the day. */
    showCase() {
      const child = this.response.about.get("child") ?? this.response.about.get("case");
      const day = this.response.about.get("completed");
      const words = [this.tool.definition.title, child && shortened(child), day && dayWords(day)].filter((word) => word).join(", ");
      const sheet = document.styleSheets[0];
      const escaped = [...words].map((character) =>
        /[a-zA-Z0-9 ]/.test(character) ? character : `\\${character.codePointAt(0).toString(16).padStart(6, "0")} `,
      );
      if (this.pageRule === words) return;
      if (this.pageRule !== undefined) sheet.deleteRule(sheet.cssRules.length - 1);
      this.pageRule = words;
      sheet.insertRule(`@page{@bottom-left{content:"${escaped.join("")}"}}`, sheet.cssRules.length);
    }

    // Errors

    /** What must be put right before the answers are complete, in the order of the page. */
    get faults() {
      const byName = new Map(this.fields.map((field) => [field.name, field]));
      const faults = new Map();
      const add = (field, text, control) => {
        if (field && !faults.has(field)) faults.set(field, { field, text, control: control ?? field.target });
      };
      const field = (key) => byName.get(`${key.item}#${key.instance}`);
      for (const fault of this.reading.faults) {
        const found = byName.get(`${fault.id}#${fault.instance ?? null}`);
        if (found && this.isShown(found)) add(found, `${found.title}: this ${fault.text}`);
      }
      for (const { name } of this.result.aboutMissing) {
        const missing = byName.get(`about.${name}#null`);
        add(missing, `${missing.control.tagName === "SELECT" ? "Choose" : "Enter"}: ${missing.words}`);
      }
      this.addDayFaults((name, text) => add(byName.get(`about.${name}#null`), text));
      for (const key of this.result.requiredUnanswered) add(field(key), `Answer: ${field(key).title}`);
      for (const key of this.result.contradicting) {
        const { byCode } = this.tool.items.get(key.item).scale;
        const code = this.response.answers.get(key.text).codes.find((code) => byCode.get(code)?.alone);
        add(field(key), `“${byCode.get(code).label}” excludes the other answers here: ${field(key).title}`);
      }
      for (const key of this.result.evidenceMissing) {
        add(field(key), `Write what this answer rests on: ${field(key).title}`, field(key).beside);
      }
      for (const { score } of this.result.scores) {
        const own = byName.get(`${overrideStart}${score.id}#null`);
        if (own && isBlank(own.beside.value) !== own.isEmpty) {
          const text = own.isEmpty ? "Give the value that this reason is for" : "Give the reason for your own value";
          add(own, `${text}: ${score.title}`, own.isEmpty ? own.control : own.beside);
        }
      }
      return this.fields.filter((field) => faults.has(field)).map((field) => faults.get(field));
    }

    addDayFaults(add) {
      const { about } = this.response;
      const { subject, ages } = this.tool.definition;
      const completed = about.get("completed");
      if (!completed) return;
      if (about.get("from") > completed) add("from", "The first day lies after the last day");
      if (about.get("born") > completed && subject !== "unborn") {
        add("born", "The date of birth lies after the day of completion");
      }
      if (ages && isInBand(ages, this.months) === false) {
        add("born", `The child's age lies outside the ages that this tool is for (${ages.words})`);
      }
    }

    /** Errors come up only when completion was asked for, or for what was written and left; they go when put right. */
    showErrors() {
      const faults = this.faults;
      const written = new Set([
        ...this.reading.faults.map((fault) => `${fault.id}#${fault.instance ?? null}`),
        ...this.result.contradicting.map((key) => `${key.item}#${key.instance}`),
      ]);
      const summary = byID("errors");
      const isAsked = !summary.hidden;
      this.asked = isAsked ? new Set([...this.asked].filter((field) => faults.some((fault) => fault.field === field))) : new Set();
      for (const field of this.fields) {
        const fault = faults.find((fault) => fault.field === field);
        const isSaid = fault && (this.asked.has(field) || (field.isTouched && written.has(field.name)));
        field.showError(isSaid ? fault.text : null);
      }
      if (!isAsked) return;
      const left = faults.filter((fault) => this.asked.has(fault.field));
      summary.querySelector("ul").replaceChildren(
        ...left.map((fault) => element("li", {}, element("a", { href: `#${fault.control.id}` }, fault.text))),
      );
      if (left.length === 0) summary.hidden = true;
    }

    // Saving and opening

    complete() {
      clearTimeout(this.waiting);
      this.refresh();
      const faults = this.faults;
      if (faults.length === 0) {
        this.save(this.status === "completed" || this.status === "amended" ? "amended" : "completed");
        return;
      }
      const summary = byID("errors");
      summary.hidden = false;
      this.asked = new Set(faults.map((fault) => fault.field));
      this.showErrors();
      summary.focus();
      summary.scrollIntoView();
    }

    save(status) {
      clearTimeout(this.waiting);
      this.refresh();
      const day = this.response.about.get("completed");
      const parts = [this.tool.definition.id, day, status === "in-progress" ? "draft" : null];
      const name = `${parts.filter((part) => part).join("-")}.json`;
      const text = new AnswerFile(this.tool, this.entries, this.kept).text(status, this.response.instances);
      const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
      const link = element("a", { href: address, download: name, hidden: "" });
      document.body.append(link);
      link.click();
      link.remove();
      setTimeout(() => URL.revokeObjectURL(address), 10000);
      this.isChanged = false;
      if (status !== "in-progress") this.status = status;
      const what = status === "in-progress" ? "The draft" : "The completed form";
      byID("saved").textContent = `${what} went to your downloads as ${name}.`;
    }

    notify(lines, isFault = false) {
      const node = byID("notice");
      node.replaceChildren(...lines.map((line) => element("p", {}, line)));
      node.hidden = false;
      node.classList.toggle("wrong", isFault);
    }

    async open() {
      const input = byID("open");
      const [file] = input.files;
      input.value = "";
      if (!file) return;
      if (this.isChanged && !confirm("Replace what is written here by the answers in the file?")) return;
      try {
        this.fill(readFile(await file.text(), this.tool));
      } catch (error) {
        if (!(error instanceof FileFault) && !(error instanceof SyntaxError)) throw error;
        this.notify([`${error.message} Nothing here was changed.`], true);
      }
      byID("notice").focus();
    }

    fill({ status, entries, members }) {
      if (status === "entered-in-error") throw new FileFault("The file is marked as entered in error.");
      const reading = new Reading(this.tool, today());
      const response = reading.response(entries);
      for (const section of document.querySelectorAll("[data-repeats]")) {
        section.querySelector("[data-instances]").replaceChildren();
        const count = Math.max(1, response.instances.get(section.dataset.section) ?? 1);
        for (let number = 0; number < count; number += 1) this.addInstance(section);
        this.numberInstances(section);
      }
      this.findFields();
      this.kept = { items: reading.unknown.map(Form.keptItem), members };
      const left = this.fillFields(reading);
      this.status = status;
      this.isChanged = false;
      byID("errors").hidden = true;
      this.refresh();
      this.notify(this.openedWords(status, reading, left), left.length > 0 || reading.unknown.length > 0);
    }

    /** An item that the tool does not have, as it goes back into the file. */
    static keptItem({ source }) {
      const answers = list(member(source, "answer")).map(
        (answer) => new Map([...answer].filter(([name]) => name !== "item")),
      );
      return new Map([...source].filter(([name]) => name !== "item").map(([name, value]) => [name, name === "answer" ? answers : value]));
    }

    fillFields(reading) {
      const places = reading.places();
      const byName = new Map();
      for (const found of reading.found.values()) {
        const instance = found.section === null ? null : places.get(found.section).get(found.number);
        byName.set(`${found.id}#${instance}`, found);
      }
      const left = [];
      const takeOver = (id, instance, put) => {
        const found = byName.get(`${id}#${instance}`);
        byName.delete(`${id}#${instance}`);
        const rest = found ? put(found.values) : [];
        if (rest.length > 0) left.push({ id, text: rest.join("; ") });
      };
      for (const field of this.fields) {
        field.clear();
        field.isTouched = true;
        if (field.beside) field.beside.value = "";
        takeOver(field.id, field.instance, (values) => field.fill(values, this.tool));
        if (field.beside) {
          const id = field.id + (field.id.startsWith(overrideStart) ? reasonEnd : evidenceEnd);
          takeOver(id, field.instance, (values) => {
            field.beside.value = values.map((value) => value.text).join("\n");
            return [];
          });
        }
        for (const control of [field.control, field.beside]) if (control) Form.showPrinted(control);
        if (field.node.tagName === "DETAILS") field.node.open = !field.isEmpty;
      }
      for (const found of byName.values()) {
        left.push({ id: found.id, text: found.values.map((value) => value.text).join("; ") });
      }
      return left;
    }

    openedWords(status, reading, left) {
      const state = { "in-progress": "a draft", completed: "a completed form", amended: "a completed form" }[status];
      const lines = [`Opened ${state ?? "answers"}: ${this.progress}.`];
      for (const entry of reading.unknown) {
        const text = entry.values.map((value) => value.text).join("; ");
        lines.push(`This tool has no question ${entry.id}. Its answer is kept in the file: ${text}`);
      }
      for (const { id, text } of left) {
        lines.push(`The file's answer to ${id} does not fit and was not taken over: ${text}`);
      }
      return lines;
    }
  }

  // MARK: Start

  const tool = new Tool(JSON.parse(byID("tool").textContent));
  const form = new Form(tool);
  void form;

  /** For tests: what saved answers come to, as `score --json` prints it. */
  const score = (text) => {
    const file = readFile(text, tool);
    const response = new Reading(tool, today()).response(file.entries);
    return writeJSON(resultObject(tool, new Scoring(tool, response).result));
  };
  window.childImpact = Object.freeze({ score });
})();
