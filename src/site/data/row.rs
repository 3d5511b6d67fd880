//! The row types of the tables, one for each. Columns keep the names of the fields in the files of content; adding one
//! is free, taking one away or changing what it means raises the version of the schema.

use crate::law::{Citation, Date, Quotation};
use crate::text::Prose;

use super::cell::Cell;
use super::cell::{Carried, Column, Field, Id, Known, List, Own, OwnDay, Row, Word, row};

row! {
    /// Jurisdictions.
    "countries" Country<'c> by ["id"] to [] {
        /// Identity, as in the address of its page.
        id: Id<'c>,
        /// Usual name.
        name: &'c str,
        /// Full name, if it differs.
        official_name: Option<&'c str>,
        /// state, part, region or organisation.
        kind: Word,
        /// Whether it has a column in the comparison; others appear with the instruments alone.
        compared: bool,
        /// For a region: the countries of which its statements may speak.
        members: Known<List<'c>>,
        /// ISO 3166-1 alpha-2 or ISO 3166-2.
        iso: Option<&'c str>,
        /// ISO 3166-1 alpha-3.
        iso3: Option<&'c str>,
        /// The code M49 of the United Nations.
        m49: Option<&'c str>,
        /// Seat of government.
        capital: Option<&'c str>,
        /// Languages of its laws, BCP 47.
        languages: List<'c>,
        /// Names in other languages, each with its language before it.
        names: List<'c>,
        /// What every record carries.
        head: Carried<'c>,
    }
}

row! {
    /// Treaties and other standards.
    "instruments" Instrument<'c> by ["id"]
        to ["supplements" -> "instruments", "entry_source" -> "sources"] {
        /// Identity, as in the address of its page.
        id: Id<'c>,
        /// Official title in the language of the site.
        title: &'c str,
        /// Short title.
        short: Option<&'c str>,
        /// treaty or standard.
        kind: Word,
        /// When it was adopted.
        adopted: Option<&'c Date>,
        /// When it was opened for signature.
        opened: Option<&'c Date>,
        /// The last day on which it could be signed.
        closed: Option<&'c Date>,
        /// When it came into force.
        in_force: Option<&'c Date>,
        /// Entry into force for a state that joins: months after the deposit, before the days are counted.
        entry_months: Option<u32>,
        /// Entry into force for a state that joins: days after the deposit.
        entry_days: Option<u32>,
        /// The rule of entry into force in words.
        entry_words: Option<&'c str>,
        /// The source of that rule.
        entry_citation: Option<&'c Citation>,
        /// Whether ratification needs a signature before it.
        ratification_needs_signature: bool,
        /// Who keeps the record.
        depositary: Option<&'c str>,
        /// The instrument that it supplements or amends.
        supplements: Option<&'c str>,
        /// What every record carries.
        head: Carried<'c>,
    }
}

row! {
    /// Articles of instruments, so far as they are cited.
    "articles" Article<'c> by ["instrument", "id"] to ["instrument" -> "instruments", "source" -> "sources"] {
        /// The instrument.
        instrument: Id<'c>,
        /// Identity within the instrument.
        id: Id<'c>,
        /// Its number as printed.
        number: &'c str,
        /// What it is about.
        heading: Option<&'c str>,
        /// Its words, where a source quotes them.
        quotation: Option<&'c Quotation>,
        /// What it says, in the words of the site.
        summary: Option<&'c Prose>,
        /// The source of its words.
        citation: Option<&'c Citation>,
    }
}

row! {
    /// What countries did towards instruments: one row for one act, whatever its sources say of it.
    "actions" Action<'c> by ["id"]
        to ["country" -> "countries", "instrument" -> "instruments", "law" -> "laws"] {
        /// Identity: country, instrument, kind, and a number for a true repetition.
        id: Own,
        /// Who acts.
        country: Id<'c>,
        /// Towards which instrument.
        instrument: Id<'c>,
        /// How: signature, ratification, accession …
        kind: Word,
        /// Whether such an act binds the state towards others.
        binds: bool,
        /// 2 or more for a true repetition.
        number: u32,
        /// For announced and planned: which act.
        act: Known<Word>,
        /// Entry into force for this state: given by a recorded statement, or computed.
        in_force: Known<Date>,
        /// Whether that was computed from the rule of the instrument and the day of the deposit.
        in_force_computed: Known<bool>,
        /// For reservations and the like: the articles that they touch.
        articles: Known<List<'c>>,
        /// For reservations and the like: the text.
        quotation: Known<&'c Quotation>,
        /// For a domestic act: the law by which it was done.
        law: Known<&'c str>,
        /// A remark.
        note: Option<&'c Prose>,
        /// What every record carries.
        head: Carried<'c>,
    }
}

row! {
    /// What each source says of an action.
    "statements" Statement<'c> by ["action", "number"] to ["action" -> "actions", "source" -> "sources"] {
        /// The action.
        action: Own,
        /// Which statement about it, from 1.
        number: usize,
        /// Whether a depositary records it; else a source reports it.
        recorded: bool,
        /// The source.
        citation: &'c Citation,
        /// The day for which the source speaks, where it is not its own.
        observed: Option<&'c Date>,
        /// When it was signed.
        signed: Option<&'c Date>,
        /// When it was deposited or notified.
        deposited: Option<&'c Date>,
        /// When it came into force for this state, as the source gives it.
        in_force: Option<&'c Date>,
        /// When it was done at home.
        domestic: Option<&'c Date>,
        /// When a withdrawal took effect.
        effective: Option<&'c Date>,
        /// A date that the source gives without saying which of these it is.
        given: Option<&'c Date>,
        /// The mark in the table of the depositary; case matters.
        mark: Option<&'c str>,
        /// The words of the source.
        quote: Option<&'c str>,
        /// Why this statement is preferred to the others.
        preferred: Option<&'c str>,
        /// A remark.
        note: Option<&'c Prose>,
        /// What an outside register calls it.
        trace: List<'c>,
    }
}

row! {
    /// Tables of sources that have no entry for a country, on the day of the table.
    "absences" Absence<'c> by ["country", "instrument", "number"]
        to ["country" -> "countries", "instrument" -> "instruments", "source" -> "sources"] {
        /// Who is not there.
        country: Id<'c>,
        /// Where.
        instrument: Id<'c>,
        /// Which absence of this country from the tables of this instrument, from 1.
        number: usize,
        /// What was looked for and not found.
        finding: &'c str,
        /// Whether the table shows a signature, and only the later act is missing.
        signature_only: bool,
        /// The day of the table; the absence says nothing of later days.
        observed: &'c Date,
        /// The source.
        citation: &'c Citation,
        /// What every record carries.
        head: Carried<'c>,
    }
}

row! {
    /// Acts and codes.
    "laws" Law<'c> by ["id"]
        to ["country" -> "countries", "repealed_by" -> "laws", "repeal_source" -> "sources"] {
        /// Identity: country and name.
        id: Id<'c>,
        /// Its country.
        country: Id<'c>,
        /// code, act, decree, resolution, constitution or other.
        kind: Word,
        /// Title in the language of the site.
        title: &'c str,
        /// If that is a translation: of what standing.
        title_translation: Option<Word>,
        /// Official title.
        official_title: Option<&'c str>,
        /// Language of the official title, BCP 47.
        official_title_language: Option<&'c str>,
        /// Number as issued.
        number: Option<&'c str>,
        /// When it was adopted.
        adopted: Option<&'c Date>,
        /// When it was signed.
        signed: Option<&'c Date>,
        /// When it was published.
        published: Option<&'c Date>,
        /// When it commences.
        commences: Option<&'c Date>,
        /// Whether only some of its provisions have commenced.
        commences_in_part: bool,
        /// When it ended.
        repealed: Option<&'c Date>,
        /// How it ended.
        repeal_verb: Known<Word>,
        /// By which law.
        repealed_by: Known<&'c str>,
        /// The source of its end.
        repeal_citation: Known<&'c Citation>,
        /// Topics.
        topics: List<'c>,
        /// What every record carries.
        head: Carried<'c>,
    }
}

row! {
    /// Articles of laws.
    "provisions" Provision<'c> by ["id"] to ["country" -> "countries", "law" -> "laws"] {
        /// Identity: law and number.
        id: Id<'c>,
        /// Its country.
        country: Own,
        /// Its law.
        law: Id<'c>,
        /// Its number as printed.
        article: &'c str,
        /// How many wordings of it are recorded.
        wordings: usize,
        /// Topics.
        topics: List<'c>,
        /// What every record carries.
        head: Carried<'c>,
    }
}

row! {
    /// What provisions said, and when.
    "wordings" Wording<'c> by ["provision", "number"]
        to ["provision" -> "provisions", "by" -> "amendments", "source" -> "sources"] {
        /// The provision.
        provision: Id<'c>,
        /// Which wording, from 1, the oldest first.
        number: usize,
        /// In force from.
        from: Option<&'c Date>,
        /// No longer in force from: the day after its last.
        until: Option<&'c Date>,
        /// A day on which a source shows it in force, where the period is not recorded.
        observed: Option<&'c Date>,
        /// Heading.
        heading: Option<&'c str>,
        /// Its words, where a source quotes them.
        quotation: Option<&'c Quotation>,
        /// The conduct or rule, in the words of the site.
        summary: Option<&'c Prose>,
        /// The penalty, as the source gives it.
        penalty: Option<&'c str>,
        /// By which amendment it came.
        by: Option<&'c str>,
        /// The source.
        citation: &'c Citation,
        /// What an outside register calls it.
        trace: List<'c>,
    }
}

row! {
    /// Conduct that is punished, as sources name it.
    "offences" Offence<'c> by ["id"]
        to ["country" -> "countries", "provision" -> "provisions", "law" -> "laws", "source" -> "sources"] {
        /// Identity: country and name.
        id: Id<'c>,
        /// Its country or region.
        country: Id<'c>,
        /// The conduct, as the source names it.
        conduct: &'c str,
        /// The provision; silent where the source gives none.
        provision: Known<&'c str>,
        /// The law; silent where the source gives none.
        law: Known<Own>,
        /// The code as the source calls it, where no law is recorded.
        code: Known<&'c str>,
        /// Topics.
        topics: List<'c>,
        /// The day for which the source says so.
        observed: &'c Date,
        /// How the source puts it, as in the findings.
        modality: Option<Word>,
        /// The source.
        citation: &'c Citation,
        /// A remark.
        note: Option<&'c Prose>,
        /// What every record carries.
        head: Carried<'c>,
    }
}

row! {
    /// Bills and acts that change laws.
    "amendments" Amendment<'c> by ["id"] to ["country" -> "countries", "law" -> "laws"] {
        /// Identity: country and name.
        id: Id<'c>,
        /// Its country.
        country: Id<'c>,
        /// Title in the language of the site.
        title: &'c str,
        /// bill or act.
        kind: Word,
        /// Number as issued.
        number: Option<&'c str>,
        /// The law that it is, if recorded as one.
        law: Option<&'c str>,
        /// What it changes.
        amends: List<'c>,
        /// What it came from.
        follows: List<'c>,
        /// Topics.
        topics: List<'c>,
        /// What every record carries.
        head: Carried<'c>,
    }
}

row! {
    /// Steps of amendments.
    "stages" Stage<'c> by ["amendment", "number"] to ["amendment" -> "amendments", "source" -> "sources"] {
        /// The amendment.
        amendment: Id<'c>,
        /// Which step, from 1, in the order of the files.
        number: usize,
        /// announced, planned, drafted, submitted, debated, adopted, signed, published, in-force, rejected, withdrawn.
        kind: Word,
        /// When it was reached.
        reached: &'c Date,
        /// The source.
        citation: &'c Citation,
        /// A remark.
        note: Option<&'c Prose>,
        /// What an outside register calls it.
        trace: List<'c>,
    }
}

row! {
    /// What amendments contain.
    "elements" Element<'c> by ["amendment", "id"] to ["amendment" -> "amendments", "source" -> "sources"] {
        /// The amendment.
        amendment: Id<'c>,
        /// Identity within the amendment.
        id: Id<'c>,
        /// What it would do.
        text: &'c Prose,
        /// Topics.
        topics: List<'c>,
        /// How the source puts it, as in the findings.
        modality: Option<Word>,
        /// The day for which the source says so.
        observed: Option<&'c Date>,
        /// The source.
        citation: &'c Citation,
        /// What an outside register calls it.
        trace: List<'c>,
    }
}

row! {
    /// What the facts on instruments and laws rest on.
    "citations" Rest<'c> by ["kind", "record", "number"]
        to ["instrument" -> "instruments", "law" -> "laws", "source" -> "sources"] {
        /// instrument or law.
        kind: Word,
        /// Identity of the record.
        record: Id<'c>,
        /// Which citation of the record, from 1.
        number: usize,
        /// The record, if it is an instrument.
        instrument: Known<Id<'c>>,
        /// The record, if it is a law.
        law: Known<Id<'c>>,
        /// The source.
        citation: &'c Citation,
    }
}

row! {
    /// Subjects, and stages of the problem.
    "topics" Topic<'c> by ["id"] to [] {
        /// Identity, as in the address of its page.
        id: Id<'c>,
        /// Name.
        title: &'c str,
        /// What it covers.
        meaning: &'c Prose,
        /// What every record carries.
        head: Carried<'c>,
    }
}

row! {
    /// Parts of the codebook.
    "sections" Section<'c> by ["id"] to [] {
        /// Identity.
        id: Id<'c>,
        /// Title.
        title: &'c str,
        /// Place in the codebook, smallest first.
        order: i64,
        /// What every record carries.
        head: Carried<'c>,
    }
}

row! {
    /// The codebook, in its order.
    "questions" Question<'c> by ["id"]
        to ["section" -> "sections", "parent" -> "questions", "benchmark" -> "instruments"] {
        /// Identity, as in the address of its page.
        id: Id<'c>,
        /// Its section.
        section: Id<'c>,
        /// Its place in the codebook, from 1.
        place: usize,
        /// The question, worded by problem.
        wording: &'c str,
        /// Short label.
        label: &'c str,
        /// yes-no, scale, choice, several, date, number or text.
        kind: Word,
        /// law or practice.
        domain: Word,
        /// provision, action or source: what an answer must rest on.
        basis: Word,
        /// For answers computed from treaty actions: signed, bound or reserved.
        asks: Known<Word>,
        /// For answers computed from treaty actions: of which instruments.
        instruments: Known<List<'c>>,
        /// The instrument against which answers are read.
        benchmark: Option<&'c str>,
        /// The article of that instrument.
        benchmark_article: Known<&'c str>,
        /// The question that must be answered first.
        parent: Option<&'c str>,
        /// The answers to it with which this question applies.
        parent_when: Known<List<'c>>,
        /// What counts.
        include: Option<&'c Prose>,
        /// What does not.
        exclude: Option<&'c Prose>,
        /// Topics.
        topics: List<'c>,
        /// What every record carries.
        head: Carried<'c>,
    }
}

row! {
    /// What each answer means for a question.
    "answers" AnswerMeaning<'c> by ["question", "answer"] to ["question" -> "questions"] {
        /// The question.
        question: Id<'c>,
        /// The answer.
        answer: Id<'c>,
        /// What it means there.
        meaning: &'c Prose,
    }
}

row! {
    /// What one source says on one question for one country and one day: written by a coder, or computed from actions.
    "findings" Finding<'c> by ["id"]
        to ["question" -> "questions", "country" -> "countries", "region" -> "countries", "source" -> "sources"] {
        /// Identity: country, question and number.
        id: Own,
        /// The question.
        question: Id<'c>,
        /// The country or region.
        country: Id<'c>,
        /// Which finding of this cell, from 1, in the order of the files.
        number: usize,
        /// Whether it was computed from treaty actions; else a coder wrote it.
        computed: bool,
        /// The state that the answer makes by itself; `value` where it is an answer that the question defines.
        answer: Word,
        /// The answer, where it is a value; silent where the source is.
        value: Known<&'c str>,
        /// The source.
        citation: &'c Citation,
        /// The day for which the source says so.
        observed: &'c Date,
        /// In force from, where the source states it.
        from: Option<&'c Date>,
        /// No longer in force from, where the source states it.
        until: Option<&'c Date>,
        /// How the source puts it: announced, in-force, practice and so on, as in the files.
        modality: Option<Word>,
        /// Who coded it; an anonymous identity.
        coder: &'c str,
        /// Who looked it over.
        reviewer: Option<&'c str>,
        /// Why it is preferred to others of the same time.
        preferred: Option<&'c str>,
        /// The region of which it was said, where the source names no country.
        region: Option<&'c str>,
        /// For partial: the elements that are met.
        met: Known<List<'c>>,
        /// For partial: the elements that are not met.
        unmet: Known<List<'c>>,
        /// For partial: the limit.
        limit: Known<&'c str>,
        /// For no-provision: what was searched, and when.
        searched: Known<&'c str>,
        /// For pending: the stage.
        stage: Known<Word>,
        /// For pending: when the stage was reached.
        reached: Known<&'c Date>,
        /// For varies: the parts.
        parts: Known<List<'c>>,
        /// For source-unavailable: the title of the law.
        title: Known<&'c str>,
        /// Words of the source.
        quotation: Option<&'c Quotation>,
        /// In plain words.
        plain: Option<&'c Prose>,
        /// A remark.
        note: Option<&'c Prose>,
        /// What every record carries.
        head: Carried<'c>,
    }
}

row! {
    /// What findings rest on.
    "bases" Ground<'c> by ["finding", "number"]
        to ["finding" -> "findings", "provision" -> "provisions", "law" -> "laws", "offence" -> "offences",
            "amendment" -> "amendments", "instrument" -> "instruments"] {
        /// The finding.
        finding: Own,
        /// Which base of the finding, from 1.
        number: usize,
        /// provision, law, offence, amendment, instrument, or source where the word of the source is all.
        kind: Word,
        /// The provision.
        provision: Known<&'c str>,
        /// The law.
        law: Known<&'c str>,
        /// The offence.
        offence: Known<&'c str>,
        /// The amendment.
        amendment: Known<&'c str>,
        /// The instrument.
        instrument: Known<&'c str>,
    }
}

row! {
    /// What each cell of the comparison says from which day to which: derived from the findings, one state at a time.
    "states" State<'c> by ["question", "country", "number"]
        to ["question" -> "questions", "country" -> "countries", "finding" -> "findings", "said_of" -> "countries"] {
        /// The question.
        question: Id<'c>,
        /// The country or region.
        country: Id<'c>,
        /// Which state of this cell, from 1, in the order of time.
        number: usize,
        /// First day; open where there is none before.
        first_day: Known<OwnDay>,
        /// Last day, itself included; open where it goes on.
        last_day: Known<OwnDay>,
        /// The state. No state is blank: where nobody looked it is not-researched.
        state: Word,
        /// The value, where the state is `value`, or the preferred finding has one behind `conflicting`.
        value: Known<&'c str>,
        /// Behind conflicting: what the preferred finding says.
        preferred: Known<Word>,
        /// Whether the finding that is shown may lie after these days.
        uncertain: bool,
        /// The finding that is shown.
        finding: Known<Own>,
        /// The region of which it was said; the state of the country itself is then silence.
        said_of: Known<&'c str>,
    }
}

row! {
    /// Changes that were made to cells of the site.
    "changes" Change<'c> by ["question", "country", "number"]
        to ["question" -> "questions", "country" -> "countries"] {
        /// The question.
        question: Id<'c>,
        /// The country or region.
        country: Id<'c>,
        /// Its number among the changes of all cells, from 1.
        number: usize,
        /// What the cell said before.
        was: &'c str,
        /// When it was changed.
        changed: &'c Date,
        /// Why.
        reason: &'c str,
        /// Who changed it; an anonymous identity.
        coder: Option<&'c str>,
        /// What every record carries.
        head: Carried<'c>,
    }
}

row! {
    /// Where statements come from.
    "sources" Source<'c> by ["id"] to [] {
        /// Identity, as in the address of its page.
        id: Id<'c>,
        /// The whole reference.
        citation: &'c str,
        /// Short name.
        short: Option<&'c str>,
        /// Author.
        author: Option<&'c str>,
        /// Title.
        title: Option<&'c str>,
        /// Publisher.
        publisher: Option<&'c str>,
        /// Year or date of publication, in the words of the reference.
        year: Option<&'c str>,
        /// Kind, in words.
        kind: Option<&'c str>,
        /// How near to the law it stands, from depositary to encyclopaedia.
        tier: Option<Word>,
        /// Address on the web.
        url: Option<&'c str>,
        /// An archived copy.
        archived: Option<&'c str>,
        /// Language, BCP 47.
        language: Option<&'c str>,
        /// Licence.
        licence: Option<&'c str>,
        /// The day to which the copy that was read belongs.
        stored: Option<&'c Date>,
        /// The day it was last looked up.
        accessed: Option<&'c Date>,
        /// cited, or background: context only.
        role: Word,
        /// What every record carries.
        head: Carried<'c>,
    }
}

row! {
    /// The glossary.
    "terms" Term<'c> by ["id"] to ["source" -> "sources"] {
        /// Identity, as in its address.
        id: Id<'c>,
        /// The word.
        term: &'c str,
        /// Other forms of it.
        forms: List<'c>,
        /// The word in the original languages, each with its language before it.
        originals: List<'c>,
        /// What it means.
        meaning: &'c Prose,
        /// The day for which the source uses it so.
        observed: Option<&'c Date>,
        /// The source.
        citation: Option<&'c Citation>,
        /// What every record carries.
        head: Carried<'c>,
    }
}

row! {
    /// Figures.
    "statistics" Statistic<'c> by ["country", "id"] to ["country" -> "countries", "source" -> "sources"] {
        /// The country or region.
        country: Id<'c>,
        /// Identity within the country.
        id: Id<'c>,
        /// What was counted.
        counted: &'c str,
        /// The figure as the source prints it.
        value: &'c str,
        /// Unit.
        unit: &'c str,
        /// Which part of the whole.
        breakdown: Option<&'c str>,
        /// Who counted.
        counted_by: Option<&'c str>,
        /// First day of the period.
        from: Option<&'c Date>,
        /// The day after its last, or the date as given.
        until: Option<&'c Date>,
        /// The source.
        citation: &'c Citation,
        /// A remark.
        note: Option<&'c Prose>,
        /// What every record carries.
        head: Carried<'c>,
    }
}

row! {
    /// What the law or practice of a country lacked, as sources say.
    "gaps" Gap<'c> by ["country", "id"]
        to ["country" -> "countries", "source" -> "sources", "later_source" -> "sources"] {
        /// The country or region.
        country: Id<'c>,
        /// Identity within the country.
        id: Id<'c>,
        /// What was lacking.
        text: &'c Prose,
        /// Topics.
        topics: List<'c>,
        /// The day for which the source says so.
        observed: &'c Date,
        /// The source.
        citation: &'c Citation,
        /// What changed later.
        later: Option<&'c Prose>,
        /// The source of what changed later.
        later_citation: Known<&'c Citation>,
        /// What every record carries.
        head: Carried<'c>,
    }
}

row! {
    /// What sources say of a country where no question asks for it.
    "observations" Observation<'c> by ["country", "id"]
        to ["country" -> "countries", "source" -> "sources"] {
        /// The country or region.
        country: Id<'c>,
        /// Identity within the country.
        id: Id<'c>,
        /// What the source says, in the site's own words.
        text: &'c Prose,
        /// How the source puts it: announced, in-force, practice and so on, as in the files.
        modality: Word,
        /// The day for which the source speaks.
        observed: &'c Date,
        /// The time of which it speaks, in words, where that is another.
        period: Option<&'c str>,
        /// Topics.
        topics: List<'c>,
        /// The source.
        citation: &'c Citation,
        /// The words of the source.
        quotation: Option<&'c Quotation>,
        /// A remark.
        note: Option<&'c Prose>,
        /// What every record carries.
        head: Carried<'c>,
    }
}

row! {
    /// Disagreements between sources, or inside one.
    "conflicts" Conflict<'c> by ["id"] to [] {
        /// Identity, as in its address.
        id: Id<'c>,
        /// What is disputed, in one line.
        title: &'c str,
        /// Which side is preferred, by its number; not applicable where none is.
        preferred: Known<usize>,
        /// Why that one, or why none.
        reason: &'c Prose,
        /// Records that it touches.
        touches: List<'c>,
        /// What every record carries.
        head: Carried<'c>,
    }
}

row! {
    /// What each side of a conflict says.
    "sides" Side<'c> by ["conflict", "number"] to ["conflict" -> "conflicts", "source" -> "sources"] {
        /// The conflict.
        conflict: Id<'c>,
        /// Which side, from 1.
        number: usize,
        /// What it says.
        says: &'c Prose,
        /// The source.
        citation: &'c Citation,
        /// Whether it is the preferred side.
        preferred: bool,
    }
}

row! {
    /// Training modules.
    "modules" Module<'c> by ["id"] to [] {
        /// Identity, as in the address of its page.
        id: Id<'c>,
        /// Title.
        title: &'c str,
        /// For whom it is.
        audience: &'c str,
        /// What they can do afterwards.
        objectives: List<'c>,
        /// The time of the whole, in minutes; the steps add up to it.
        minutes: u32,
        /// Place in the list of modules, smallest first.
        order: i64,
        /// Topics.
        topics: List<'c>,
        /// More to say.
        text: Option<&'c Prose>,
        /// What every record carries.
        head: Carried<'c>,
    }
}

row! {
    /// Steps of training modules.
    "steps" Step<'c> by ["module", "number"] to ["module" -> "modules"] {
        /// The module.
        module: Id<'c>,
        /// Which step, from 1.
        number: usize,
        /// Title.
        title: &'c str,
        /// How long it takes, in minutes.
        minutes: u32,
        /// What is done.
        text: &'c Prose,
    }
}

row! {
    /// Slices of the comparison that training modules hand out.
    "handouts" Handout<'c> by ["module", "id"] to ["module" -> "modules"] {
        /// The module.
        module: Id<'c>,
        /// Identity within the module.
        id: Id<'c>,
        /// Title.
        title: &'c str,
        /// The questions that it shows.
        questions: List<'c>,
        /// The countries that it shows.
        countries: List<'c>,
        /// The day on which it shows them; not applicable where that is the day of the edition.
        day: Known<OwnDay>,
        /// A remark.
        note: Option<&'c Prose>,
    }
}

row! {
    /// Exercises of training modules. Their situations are composite and invented.
    "exercises" Exercise<'c> by ["module", "id"] to ["module" -> "modules"] {
        /// The module.
        module: Id<'c>,
        /// Identity within the module.
        id: Id<'c>,
        /// Title.
        title: &'c str,
        /// What happened.
        situation: &'c Prose,
        /// What is to be found out.
        task: &'c Prose,
        /// The answer.
        answer: &'c Prose,
        /// What proves it: identities of records, and cells as `question#country`.
        proves: List<'c>,
    }
}
