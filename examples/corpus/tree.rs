//! The tree: every file of an invented site, in the form in which authors write. What comes in is a size and a seed;
//! what goes out is a path and a text at a time. The records contradict neither each other nor the rules, so that
//! `check` has nothing to say.

use std::fmt::Write as _;

use super::words::{Stream, capital, name, sentence, sentences, word};

/// How much of everything.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// Countries.
    pub countries: usize,
    /// Provisions of each country.
    pub provisions: usize,
    /// Questions of the codebook.
    pub questions: usize,
    /// Instruments.
    pub instruments: usize,
    /// Which acts there are towards them.
    pub acts: Acts,
    /// Another seed gives other words and other dates.
    pub seed: u64,
}

/// Which acts towards instruments a tree has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Acts {
    /// Signatures, ratifications and accessions, with some reservations: what most states have.
    Usual,
    /// Acts of every kind, as in the tables of a depositary of hundreds of instruments.
    Every,
    /// About so many acts of every kind, in complete tables: the site of a depositary. A question for each instrument
    /// asks who is bound, sections are the chapters of the tables, and states belong to regions.
    About(usize),
}

/// The edition: nothing in the tree lies after it.
const EDITION: &str = "2026-01-31";
const REGISTER: &str = "register-of-deposits";
const PER_SECTION: usize = 12;
const PER_REGION: usize = 12;
const TOPICS: usize = 8;
const TERMS: usize = 24;
const SURVEYS: usize = 5;
/// Articles of each instrument.
const ARTICLES: usize = 6;
/// Every so many questions one is computed from treaty actions instead of being answered by findings.
const COMPUTED_EACH: usize = 20;

/// Where the files go: path from the root of the site, and text.
pub type Sink<'s, E> = &'s mut dyn FnMut(String, String) -> Result<(), E>;

/// Hands every file of the tree to `sink`. The same size and seed give the same bytes.
pub fn tree<E>(size: &Size, sink: Sink<'_, E>) -> Result<(), E> {
    let plan = Plan::new(size);
    sink("collatio.toml".to_owned(), settings(size))?;
    sink("content/index.md".to_owned(), home(&plan))?;
    sink("content/pages/about.md".to_owned(), about(&plan))?;
    for at in 0..TOPICS {
        sink(format!("content/topics/{}.md", plan.topics[at]), topic(&plan, at))?;
    }
    for at in 0..TERMS {
        sink(format!("content/terms/{}.md", plan.terms[at]), term(&plan, at))?;
    }
    sources(&plan, sink)?;
    regions(&plan, sink)?;
    for (at, instrument) in plan.instruments.iter().enumerate() {
        sink(format!("content/instruments/{}.md", instrument.id), instrument_file(&plan, at))?;
    }
    codebook(&plan, sink)?;
    for at in 0..size.countries {
        country(&plan, at, sink)?;
    }
    Ok(())
}

/// A day whose number is at most 28, so that months can be added to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Day(usize, usize, usize);

impl Day {
    fn within(stream: &mut Stream, first_year: usize, last_year: usize) -> Day {
        Day(stream.between(first_year, last_year), stream.between(1, 12), stream.between(1, 28))
    }

    fn plus_months(self, count: usize) -> Day {
        let months = self.1 - 1 + count;
        Day(self.0 + months / 12, months % 12 + 1, self.2)
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0, self.1, self.2)
    }
}

/// What several files must agree on.
struct Plan {
    size: Size,
    countries: Vec<String>,
    topics: Vec<String>,
    terms: Vec<String>,
    surveys: Vec<String>,
    instruments: Vec<Treaty>,
    questions: Vec<Line>,
}

struct Treaty {
    id: String,
    opened: Day,
    in_force: Day,
    months: usize,
    /// How many of a thousand states act towards it.
    share: usize,
}

impl Treaty {
    /// The source with its table.
    fn table(&self, plan: &Plan) -> String {
        if plan.is_of_depositary() { format!("table-of-{}", self.id) } else { REGISTER.to_owned() }
    }
}

struct Line {
    id: String,
    section: String,
    answered: Answered,
}

/// How a question is answered.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Answered {
    YesNo,
    Choice,
    Number,
    Date,
    Computed,
}

impl Plan {
    fn new(size: &Size) -> Plan {
        let mut stream = Stream::new(size.seed, 0);
        let named = |prefix: &str, count: usize, from: usize| -> Vec<String> {
            (0..count).map(|at| format!("{prefix}{}", name(from + at))).collect()
        };
        let instruments = (0..size.instruments)
            .map(|at| {
                let opened = Day::within(&mut stream, 1985, 1999);
                let in_force = opened.plus_months(stream.between(12, 30));
                let months = stream.between(1, 6);
                let share = if let Acts::About(acts) = size.acts { share(size, acts, &mut stream) } else { 1_000 };
                Treaty { id: format!("{}-accord", name(30_000 + at)), opened, in_force, months, share }
            })
            .collect();
        let sections = named("", size.questions.div_ceil(PER_SECTION), 20_000);
        let questions = (0..size.questions)
            .map(|at| Line {
                id: format!("on-{}", name(21_000 + at)),
                section: sections[at / PER_SECTION].clone(),
                answered: match at % COMPUTED_EACH {
                    _ if matches!(size.acts, Acts::About(_)) => Answered::Computed,
                    3 if size.instruments > 0 => Answered::Computed,
                    7 => Answered::Choice,
                    11 => Answered::Number,
                    15 => Answered::Date,
                    _ => Answered::YesNo,
                },
            })
            .collect();
        Plan {
            size: *size,
            countries: named("", size.countries, 0),
            topics: named("", TOPICS, 40_000),
            terms: named("", TERMS, 41_000),
            surveys: named("survey-", SURVEYS, 42_000),
            instruments,
            questions,
        }
    }

    /// Whether it is the site of a depositary, with complete tables.
    fn is_of_depositary(&self) -> bool {
        matches!(self.size.acts, Acts::About(_))
    }

    /// How many laws with provisions a country has; one provision in each at least.
    fn laws(&self) -> usize {
        (self.size.provisions / 20).clamp(1, 8)
    }

    /// The law in which a country's `number`th provision stands, and its article.
    fn provision(&self, country: usize, number: usize) -> String {
        format!("{}/{}", self.law(country, number % self.laws()), number / self.laws() + 1)
    }

    fn law(&self, country: usize, number: usize) -> String {
        format!("{}/code-{}", self.countries[country], number + 1)
    }

    fn gazette(&self, country: usize) -> String {
        format!("gazette-{}", self.countries[country])
    }
}

/// How many of a thousand states act towards an instrument, so that there are about `acts` acts in all: towards few
/// instruments many, towards many few.
fn share(size: &Size, acts: usize, stream: &mut Stream) -> usize {
    // A state that acts has 1.7 acts on average.
    let mean = acts * 10_000 / 17 / (size.countries * size.instruments).max(1);
    let drawn = stream.between(0, 1_000);
    (drawn * drawn / 1_000 * 3 * mean / 1_000).clamp(5, 950)
}

fn settings(size: &Size) -> String {
    format!(
        "title = \"An invented atlas\"\ndescription = \"Invented law of {} invented countries\"\nlanguage = \"en\"\n\
         edition = \"{EDITION}\"\n",
        size.countries
    )
}

fn home(plan: &Plan) -> String {
    let mut text = "+++\ntitle = \"An invented atlas\"\n+++\n\nNothing on these pages is true.\n\n".to_owned();
    for id in plan.countries.iter().take(5) {
        let _ = writeln!(text, "- [[country:{id}]]");
    }
    text
}

fn about(plan: &Plan) -> String {
    let mut stream = Stream::new(plan.size.seed, 1);
    format!(
        "+++\ntitle = \"About\"\n+++\n\n{}\n\n## Method {{#method}}\n\n{}\n",
        sentences(&mut stream, 4),
        sentences(&mut stream, 6)
    )
}

fn topic(plan: &Plan, at: usize) -> String {
    let mut stream = Stream::new(plan.size.seed, 100 + at as u64);
    let title = capital(&plan.topics[at]);
    format!("+++\ntitle = \"{title}\"\norder = {}\n+++\n\n{}\n", at + 1, sentences(&mut stream, 2))
}

fn term(plan: &Plan, at: usize) -> String {
    let mut stream = Stream::new(plan.size.seed, 200 + at as u64);
    let term = &plan.terms[at];
    let place = stream.between(1, 90);
    format!(
        "+++\nterm = \"{term}\"\nforms = [\"{term}s\"]\nsource = \"{}\"\nplace = \"p. {place}\"\n+++\n\n{}\n",
        plan.surveys[at % SURVEYS],
        sentences(&mut stream, 1)
    )
}

fn sources<E>(plan: &Plan, sink: Sink<'_, E>) -> Result<(), E> {
    let source = |id: &str, tier: &str, kind: &str, year: usize| {
        let title = capital(id).replace('-', " ");
        (
            format!("content/sources/{id}.md"),
            format!(
                "+++\ncitation = \"{title} (Invented Press {year})\"\nshort = \"{title}\"\nyear = \"{year}\"\n\
                 kind = \"{kind}\"\ntier = \"{tier}\"\nlanguage = \"en\"\nlicence = \"CC0-1.0\"\n\
                 accessed = \"{EDITION}\"\n+++\n\nInvented.\n"
            ),
        )
    };
    if plan.size.instruments > 0 {
        let (path, text) = source(REGISTER, "depositary", "register", 2025);
        sink(path, text)?;
    }
    for treaty in plan.instruments.iter().filter(|_| plan.is_of_depositary()) {
        let (path, text) = source(&treaty.table(plan), "depositary", "status table", 2026);
        let complete = format!(
            "\n[[complete]]\ninstruments = [\"{}\"]\nobserved = \"{EDITION}\"\nplace = \"the whole table\"\n+++\n\nI",
            treaty.id
        );
        sink(path, text.replace("+++\n\nI", &complete))?;
    }
    for id in &plan.surveys {
        let (path, text) = source(id, "academic", "report", 2025);
        sink(path, text)?;
    }
    for at in 0..plan.size.countries {
        let (path, text) = source(&plan.gazette(at), "official-translation", "gazette", 2000 + at % 25);
        sink(path, text)?;
    }
    Ok(())
}

/// The regions of a depositary's site: each has some states as members, and no column.
fn regions<E>(plan: &Plan, sink: Sink<'_, E>) -> Result<(), E> {
    let members = plan.countries.chunks(PER_REGION).filter(|_| plan.is_of_depositary());
    for (at, members) in members.enumerate() {
        let id = format!("region-{}", name(50_000 + at));
        let title = capital(&id).replace('-', " ");
        let members = members.join("\", \"");
        let text = format!(
            "+++\nname = \"{title}\"\nkind = \"region\"\ncompared = false\nmembers = [\"{members}\"]\n+++\n\nInvented.\n"
        );
        sink(format!("content/countries/{id}/index.md"), text)?;
    }
    Ok(())
}

fn instrument_file(plan: &Plan, at: usize) -> String {
    let mut stream = Stream::new(plan.size.seed, 1_000 + at as u64);
    let Treaty { id, opened, in_force, months, .. } = &plan.instruments[at];
    let title = capital(id).replace('-', " ");
    let mut text = format!(
        "+++\ntitle = \"{title} on {}\"\nshort = \"{title}\"\norder = {at}\nadopted = \"{opened}\"\n\
         opened = \"{opened}\"\nin_force = \"{in_force}\"\ndepositary = \"The Register\"\n\n\
         [entry]\nmonths = {months}\nwords = \"in month {months} after the deposit, on the same day\"\n\
         source = \"{REGISTER}\"\nplace = \"art. 40 of {id}\"\n\n\
         [[citation]]\nsource = \"{REGISTER}\"\nplace = \"head note of {id}\"\n",
        word(&mut stream, 3)
    );
    for article in 1..=ARTICLES {
        let heading = capital(&word(&mut stream, 3));
        let quote = sentences(&mut stream, 2);
        let _ = write!(
            text,
            "\n[[article]]\nkey = \"{article}\"\nnumber = \"{article}\"\nheading = \"{heading}\"\nquote = \"{quote}\"\n\
             source = \"{REGISTER}\"\nplace = \"art. {article} of {id}\"\n"
        );
    }
    let _ = write!(text, "+++\n\n{}\n", sentences(&mut stream, 3));
    text
}

fn codebook<E>(plan: &Plan, sink: Sink<'_, E>) -> Result<(), E> {
    for at in 0..plan.questions.len() {
        let section = &plan.questions[at].section;
        if at % PER_SECTION == 0 {
            let shows = ["actions", "offences", "laws", "statistics"].get(at / PER_SECTION);
            let shows = shows.map_or(String::new(), |word| format!("shows = [\"{word}\"]\n"));
            let title = capital(section);
            let text = format!("+++\ntitle = \"{title}\"\norder = {at}\n{shows}+++\n\nInvented questions.\n");
            sink(format!("content/questions/{section}/index.md"), text)?;
        }
        sink(format!("content/questions/{section}/{}.md", plan.questions[at].id), question(plan, at))?;
    }
    Ok(())
}

fn question(plan: &Plan, at: usize) -> String {
    let mut stream = Stream::new(plan.size.seed, 2_000 + at as u64);
    let wording = sentence(&mut stream, 9).replace('.', "?");
    let label = capital(&word(&mut stream, 4));
    let (kind, basis, more) = match plan.questions[at].answered {
        Answered::YesNo => ("yes-no", "provision", "answers = { yes = \"It is so.\", no = \"It is not so.\" }\n"),
        Answered::Choice => ("choice", "provision", "answers = { rare = \"Seldom.\", common = \"Often.\" }\n"),
        Answered::Number => ("number", "provision", ""),
        Answered::Date => ("date", "provision", ""),
        Answered::Computed => ("yes-no", "action", ""),
    };
    let mut text = format!(
        "+++\nwording = \"{wording}\"\nlabel = \"{label}\"\norder = {at}\nkind = \"{kind}\"\ndomain = \"law\"\n\
         basis = \"{basis}\"\n{more}topics = [\"{}\"]\ninclude = \"{}\"\n",
        plan.topics[at % TOPICS],
        sentence(&mut stream, 8)
    );
    if !plan.instruments.is_empty() {
        let instrument = &plan.instruments[at % plan.instruments.len()].id;
        let _ = writeln!(text, "benchmark = \"{instrument}#{}\"", at % ARTICLES + 1);
        if plan.questions[at].answered == Answered::Computed {
            let _ = writeln!(text, "computed = {{ asks = \"bound\", instruments = [\"{instrument}\"] }}");
        }
    }
    let _ = write!(text, "+++\n\n{}\n", sentences(&mut stream, 2));
    text
}

fn country<E>(plan: &Plan, at: usize, sink: Sink<'_, E>) -> Result<(), E> {
    let mut stream = Stream::new(plan.size.seed, 1_000_000 + at as u64);
    let folder = format!("content/countries/{}", plan.countries[at]);
    sink(format!("{folder}/index.md"), profile(plan, at, &mut stream))?;
    if !plan.instruments.is_empty() {
        sink(format!("{folder}/treaties.md"), treaties(plan, at, &mut stream))?;
    }
    for number in 0..plan.laws() {
        law(plan, at, number, &mut stream, sink)?;
    }
    if plan.size.provisions > 0 {
        sink(format!("{folder}/offences.md"), offences(plan, at, &mut stream))?;
    }
    sink(format!("{folder}/statistics.md"), statistics(plan, at, &mut stream))?;
    sink(format!("{folder}/gaps.md"), gaps(plan, at, &mut stream))?;
    for lines in plan.questions.chunks(PER_SECTION) {
        let text = findings(plan, at, lines, &mut stream);
        sink(format!("{folder}/findings/{}.md", lines[0].section), text)?;
    }
    Ok(())
}

fn profile(plan: &Plan, at: usize, stream: &mut Stream) -> String {
    let name = capital(&plan.countries[at]);
    format!(
        "+++\nname = \"{name}\"\nofficial_name = \"Commonwealth of {name}\"\ncapital = \"{}\"\nlanguages = [\"en\"]\n\
         +++\n\n{}\n\n## The laws {{#laws}}\n\n{} See [[{}]] [@{}, p. {}].\n",
        capital(&word(stream, 3)),
        running(plan, at, stream, 3),
        sentences(stream, 2),
        plan.law(at, 0),
        plan.surveys[at % SURVEYS],
        stream.between(1, 200)
    )
}

/// Sentences among which terms occur and provisions are named.
fn running(plan: &Plan, country: usize, stream: &mut Stream, count: usize) -> String {
    let mut text = sentences(stream, count);
    let term = stream.one_of(&plan.terms);
    let _ = write!(text, " {} {term} {}", capital(&word(stream, 2)), word(stream, 3));
    if plan.size.provisions > 0 {
        let first = plan.provision(country, stream.below(plan.size.provisions));
        let second = plan.provision(country, stream.below(plan.size.provisions));
        let _ = write!(text, " [[{first}]], and {} [[{second}|{}]].", word(stream, 3), word(stream, 3));
    } else {
        text.push('.');
    }
    text
}

fn treaties(plan: &Plan, at: usize, stream: &mut Stream) -> String {
    let mut text = "+++\n".to_owned();
    for (number, treaty) in plan.instruments.iter().enumerate() {
        if plan.size.acts != Acts::Usual {
            if stream.below(1_000) < treaty.share {
                acts(&mut text, plan, at, treaty, stream);
            }
            continue;
        }
        match stream.below(10) {
            0 => absence(&mut text, treaty),
            1 | 2 => {
                let deposited = treaty.in_force.plus_months(stream.between(6, 200));
                act(&mut text, treaty, "accession", "deposited", deposited);
                in_force(&mut text, treaty, deposited);
                reservation(&mut text, treaty, deposited, stream);
            }
            chance => {
                let signed = treaty.opened.plus_months(stream.between(0, 11));
                act(&mut text, treaty, "signature", "signed", signed);
                if chance > 3 {
                    let deposited = signed.plus_months(stream.between(3, 240));
                    act(&mut text, treaty, "ratification", "deposited", deposited);
                    in_force(&mut text, treaty, deposited);
                    reported(&mut text, plan, (at + number) % SURVEYS, deposited, stream);
                }
            }
        }
    }
    text.push_str("+++\n");
    text
}

/// One row of one country in the table of an instrument: a way to join it, or none, and what is said with it.
fn acts(text: &mut String, plan: &Plan, at: usize, treaty: &Treaty, stream: &mut Stream) {
    let signed = treaty.opened.plus_months(stream.between(0, 11));
    let deposited = treaty.in_force.plus_months(stream.between(1, 240));
    let table = treaty.table(plan);
    let act = |text: &mut String, treaty: &Treaty, kind: &str, field: &str, day: Day| {
        act_in(text, (&table, treaty), kind, field, day);
    };
    let signature = |text: &mut String| act(text, treaty, "signature", "signed", signed);
    let (binds, field) = match stream.below(36) {
        0 | 1 if plan.is_of_depositary() => return signature(text),
        0 | 1 => return absence(text, treaty),
        2 | 3 => return signature(text),
        4 => return planned(text, treaty, "announced", deposited),
        5 => return planned(text, treaty, "planned", deposited),
        6 => {
            signature(text);
            return act(text, treaty, "domestic-ratification", "domestic", deposited);
        }
        7 => {
            signature(text);
            act(text, treaty, "provisional-application", "given", deposited);
            ("ratification", "deposited")
        }
        8 => ("definitive-signature", "signed"),
        9 => ("succession", "deposited"),
        10 => ("formal-confirmation", "deposited"),
        11 => ("consent-to-be-bound", "deposited"),
        12 => ("bound-act-not-said", "given"),
        13 | 14 => {
            signature(text);
            ("acceptance", "deposited")
        }
        15 | 16 => {
            signature(text);
            ("approval", "deposited")
        }
        17..26 => ("accession", "deposited"),
        _ => {
            signature(text);
            ("ratification", "deposited")
        }
    };
    act(text, treaty, binds, field, deposited);
    for kind in ["reservation", "declaration", "notification", "communication", "territorial-application"] {
        if stream.once_in(12) {
            act(text, treaty, kind, "deposited", deposited);
            if plan.is_of_depositary() && matches!(kind, "reservation" | "declaration") {
                let quote = sentences(stream, 2);
                let place = text.rfind("\n\n[[action.statement]]").unwrap_or(text.len());
                text.insert_str(place, &format!("\nquote = \"{quote}\""));
            }
        }
    }
    // Objections belong to a reservation of the other state; the tables of a depositary here have none.
    if !plan.is_of_depositary() && stream.once_in(24) && plan.size.countries > 1 {
        act(text, treaty, "objection", "deposited", deposited.plus_months(3));
        let to = &plan.countries[(at + 1) % plan.size.countries];
        let place = text.rfind("kind = \"objection\"\n").unwrap_or(text.len());
        text.insert_str(place, &format!("to = \"{to}\"\n"));
    }
    if stream.once_in(40) {
        let kind = if stream.once_in(2) { "withdrawal" } else { "denunciation" };
        act(text, treaty, kind, "deposited", deposited.plus_months(24));
        let _ = writeln!(text, "effective = \"{}\"", deposited.plus_months(36));
    }
}

/// An act that a source says is to come.
fn planned(text: &mut String, treaty: &Treaty, kind: &str, day: Day) {
    let id = &treaty.id;
    let _ = write!(
        text,
        "\n[[action]]\ninstrument = \"{id}\"\nkind = \"{kind}\"\nact = \"ratification\"\n\n[[action.statement]]\n\
         source = \"{REGISTER}\"\nplace = \"notes to {id}\"\nobserved = \"{day}\"\n"
    );
}

fn absence(text: &mut String, treaty: &Treaty) {
    let id = &treaty.id;
    let _ = write!(
        text,
        "\n[[absence]]\ninstrument = \"{id}\"\nfinding = \"no entry in the register\"\nobserved = \"2025-06-30\"\n\
         source = \"{REGISTER}\"\nplace = \"table of {id}\"\n"
    );
}

fn act(text: &mut String, treaty: &Treaty, kind: &str, field: &str, day: Day) {
    act_in(text, (REGISTER, treaty), kind, field, day);
}

/// An act as a table records it.
fn act_in(text: &mut String, (table, treaty): (&str, &Treaty), kind: &str, field: &str, day: Day) {
    let id = &treaty.id;
    let _ = write!(
        text,
        "\n[[action]]\ninstrument = \"{id}\"\nkind = \"{kind}\"\n\n[[action.statement]]\nsource = \"{table}\"\n\
         place = \"table of {id}\"\n{field} = \"{day}\"\n"
    );
}

/// The register gives the entry into force of every second act; the other ones follow from the rule.
fn in_force(text: &mut String, treaty: &Treaty, deposited: Day) {
    if deposited.2.is_multiple_of(2) {
        let _ = writeln!(text, "in_force = \"{}\"", deposited.plus_months(treaty.months).max(treaty.in_force));
    }
}

/// A second source that reports the same act, and knows the year only.
fn reported(text: &mut String, plan: &Plan, survey: usize, deposited: Day, stream: &mut Stream) {
    if stream.once_in(4) {
        let _ = write!(
            text,
            "\n[[action.statement]]\nsource = \"{}\"\nplace = \"p. {}\"\nobserved = \"2025\"\ndeposited = \"{}\"\n",
            plan.surveys[survey],
            stream.between(1, 300),
            deposited.0
        );
    }
}

fn reservation(text: &mut String, treaty: &Treaty, day: Day, stream: &mut Stream) {
    if stream.once_in(3) {
        let id = &treaty.id;
        let quote = sentence(stream, 14);
        let _ = write!(
            text,
            "\n[[action]]\ninstrument = \"{id}\"\nkind = \"reservation\"\narticles = [\"{}\"]\nquote = \"{quote}\"\n\n\
             [[action.statement]]\nsource = \"{REGISTER}\"\nplace = \"notes to {id}\"\ndeposited = \"{day}\"\n",
            stream.between(1, ARTICLES)
        );
    }
}

/// A law with its provisions, and the act that changed all of them.
fn law<E>(plan: &Plan, at: usize, number: usize, stream: &mut Stream, sink: Sink<'_, E>) -> Result<(), E> {
    let country = &plan.countries[at];
    let gazette = plan.gazette(at);
    let law = plan.law(at, number);
    let adopted = Day::within(stream, 1990, 1999);
    let commences = adopted.plus_months(6);
    let changed = Day::within(stream, 2003, 2015);
    let title = capital(&word(stream, 4));
    let mut text = format!(
        "+++\ntitle = \"Code of {title}\"\nkind = \"code\"\nnumber = \"№ {}\"\nadopted = \"{adopted}\"\n\
         signed = \"{}\"\npublished = \"{}\"\ncommences = \"{commences}\"\ntopics = [\"{}\"]\n\n\
         [[citation]]\nsource = \"{gazette}\"\nplace = \"no. {}\"\n+++\n\n",
        stream.between(1, 900),
        adopted.plus_months(1),
        adopted.plus_months(2),
        plan.topics[(at + number) % TOPICS],
        stream.between(1, 52)
    );
    let _ = writeln!(text, "{}", running(plan, at, stream, 3));
    sink(format!("content/countries/{country}/laws/code-{}/index.md", number + 1), text)?;
    let act = format!("act-{}", number + 1);
    let text = amendment(plan, at, &law, changed, stream);
    sink(format!("content/countries/{country}/amendments/{act}.md"), text)?;
    for provision in (0..plan.size.provisions).filter(|provision| provision % plan.laws() == number) {
        let article = provision / plan.laws() + 1;
        let text = provision_file(plan, at, &format!("{country}/{act}"), (commences, changed), article, stream);
        sink(format!("content/countries/{country}/laws/code-{}/{article}.md", number + 1), text)?;
    }
    Ok(())
}

fn amendment(plan: &Plan, at: usize, law: &str, changed: Day, stream: &mut Stream) -> String {
    let gazette = plan.gazette(at);
    let steps = [("submitted", 14), ("adopted", 4), ("signed", 3), ("published", 2), ("in-force", 0)];
    let mut text = format!(
        "+++\ntitle = \"Act on {}\"\nkind = \"act\"\nnumber = \"№ {}\"\namends = [\"{law}\"]\ntopics = [\"{}\"]\n",
        word(stream, 4),
        stream.between(1, 900),
        plan.topics[at % TOPICS]
    );
    let first = Day(changed.0 - 2, changed.1, changed.2);
    for (kind, months_before) in steps {
        let reached = first.plus_months(24 - months_before);
        let _ = write!(
            text,
            "\n[[stage]]\nkind = \"{kind}\"\nreached = \"{reached}\"\nsource = \"{gazette}\"\nplace = \"no. {}\"\n",
            stream.between(1, 52)
        );
    }
    for element in ["scope", "penalty"] {
        let _ = write!(
            text,
            "\n[[element]]\nid = \"{element}\"\ntext = \"{}\"\nsource = \"{gazette}\"\nplace = \"no. {}\"\n",
            sentence(stream, 10),
            stream.between(1, 52)
        );
    }
    let _ = write!(text, "+++\n\n{}\n", running(plan, at, stream, 2));
    text
}

/// A provision with two wordings, the second of which came by `act`.
fn provision_file(
    plan: &Plan,
    at: usize,
    act: &str,
    (commences, changed): (Day, Day),
    article: usize,
    stream: &mut Stream,
) -> String {
    let gazette = plan.gazette(at);
    let heading = capital(&word(stream, 4));
    let kept = sentences(stream, 3);
    let (before, after) = (sentences(stream, 2), sentences(stream, 3));
    let years = stream.between(1, 9);
    format!(
        "+++\narticle = \"{article}\"\ntopics = [\"{}\"]\n\n\
         [[wording]]\nfrom = \"{commences}\"\nuntil = \"{changed}\"\nheading = \"{heading}\"\nquote = \"{kept} {before}\"\n\
         penalty = \"up to {years} years\"\nsource = \"{gazette}\"\nplace = \"art. {article}\"\n\n\
         [[wording]]\nfrom = \"{changed}\"\nheading = \"{heading}\"\nquote = \"{kept} {after}\"\n\
         penalty = \"up to {} years\"\nby = \"{act}\"\nsource = \"{gazette}\"\nplace = \"art. {article}\"\n\
         +++\n\n{}\n\n{} [@{gazette}, art. {article}].\n",
        plan.topics[article % TOPICS],
        years + 2,
        running(plan, at, stream, 3),
        running(plan, at, stream, 2).trim_end_matches('.'),
    )
}

fn offences(plan: &Plan, at: usize, stream: &mut Stream) -> String {
    let mut text = "+++\n".to_owned();
    for number in 0..plan.size.provisions.min(6) {
        let _ = write!(
            text,
            "\n[[offence]]\nid = \"conduct-{}\"\nconduct = \"{}\"\nprovision = \"{}\"\ntopics = [\"{}\"]\n\
             observed = \"2020\"\nsource = \"{}\"\nplace = \"p. {}\"\n",
            number + 1,
            word(stream, 4),
            plan.provision(at, number),
            plan.topics[number % TOPICS],
            plan.surveys[(at + number) % SURVEYS],
            stream.between(1, 300)
        );
    }
    text.push_str("+++\n");
    text
}

fn statistics(plan: &Plan, at: usize, stream: &mut Stream) -> String {
    let mut text = "+++\n".to_owned();
    for number in 1..=2 {
        let _ = write!(
            text,
            "\n[[statistic]]\nid = \"count-{number}\"\ncounted = \"{}\"\nvalue = \"{}\"\nunit = \"persons\"\n\
             from = \"{}\"\nuntil = \"{}\"\nsource = \"{}\"\nplace = \"p. {}\"\n",
            word(stream, 4),
            stream.between(1, 5_000),
            2000 + number,
            2003 + number,
            plan.surveys[(at + number) % SURVEYS],
            stream.between(1, 300)
        );
    }
    text.push_str("+++\n");
    text
}

fn gaps(plan: &Plan, at: usize, stream: &mut Stream) -> String {
    format!(
        "+++\n\n[[gap]]\nid = \"lack-1\"\ntext = \"{}\"\ntopics = [\"{}\"]\nobserved = \"2005\"\nsource = \"{}\"\n\
         place = \"p. {}\"\n+++\n",
        sentence(stream, 12),
        plan.topics[at % TOPICS],
        plan.surveys[at % SURVEYS],
        stream.between(1, 300)
    )
}

/// One finding for each question that is not computed, and for some an earlier one, so that the cell has a history.
fn findings(plan: &Plan, at: usize, lines: &[Line], stream: &mut Stream) -> String {
    let mut text = "+++\n\n[defaults]\ncoder = \"coder-1\"\n".to_owned();
    for line in lines.iter().filter(|line| line.answered != Answered::Computed) {
        let number = plan.questions.iter().position(|other| other.id == line.id).unwrap_or_default();
        if stream.once_in(6) {
            finding(&mut text, plan, (at, number), Day(2001, 6, 30), stream);
        }
        let observed = Day::within(stream, 2017, 2025);
        finding(&mut text, plan, (at, number), observed, stream);
    }
    text.push_str("+++\n");
    text
}

fn finding(text: &mut String, plan: &Plan, (at, number): (usize, usize), observed: Day, stream: &mut Stream) {
    let line = &plan.questions[number];
    let (answer, more) = answer(line.answered, observed, stream);
    let rests_on = if plan.size.provisions == 0 {
        format!("\"{}\"", plan.law(at, 0))
    } else {
        let first = plan.provision(at, 2 * number % plan.size.provisions);
        let second = plan.provision(at, (2 * number + 1) % plan.size.provisions);
        if first == second { format!("\"{first}\"") } else { format!("\"{first}\", \"{second}\"") }
    };
    let _ = write!(
        text,
        "\n[[finding]]\nquestion = \"{}\"\nanswer = \"{answer}\"\n{more}rests_on = [{rests_on}]\nsource = \"{}\"\n\
         place = \"p. {}\"\nobserved = \"{observed}\"\n",
        line.id,
        plan.surveys[(at + number) % SURVEYS],
        stream.between(1, 300)
    );
    if stream.once_in(3) && !more.contains("note") {
        let _ = writeln!(text, "note = \"{}\"", running(plan, at, stream, 1));
    }
}

/// An answer, and the fields that it asks for.
fn answer(answered: Answered, observed: Day, stream: &mut Stream) -> (String, String) {
    match answered {
        Answered::Choice => (stream.one_of(&["rare", "common"]).to_string(), String::new()),
        Answered::Number => (stream.between(1, 120).to_string(), String::new()),
        Answered::Date => (Day::within(stream, 1996, observed.0 - 1).to_string(), String::new()),
        Answered::YesNo | Answered::Computed => match stream.below(12) {
            0..=4 => ("yes".to_owned(), String::new()),
            5 | 6 => ("no".to_owned(), String::new()),
            7 | 8 => ("partial".to_owned(), format!("limit = \"{}\"\n", sentence(stream, 6))),
            9 => ("indirect".to_owned(), String::new()),
            10 => ("unclear".to_owned(), format!("note = \"{}\"\n", sentence(stream, 6))),
            _ => ("no-provision".to_owned(), format!("searched = \"all codes, on {observed}\"\n")),
        },
    }
}
