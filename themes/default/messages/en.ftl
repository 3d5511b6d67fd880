### The words of the interface in English. Words of the law come from the content, never from here.

## Names that are made from parts (`article` and `law` are words of the content)

article = art. { $article }
article-of-law = { $law }, { $article }
# Two countries that stand side by side.
pair = { $first } and { $second }
article-heading = Article { $article }
changes-of = What changed: { $name }

## Pages

page-home = Home
page-countries = Countries
page-country = Country
page-instruments = Instruments
page-instrument = Instrument
page-treaties = Treaty status
page-laws = Laws
page-laws-country = Laws
page-law = Law
page-provision = Provision
page-amendments = Amendments
page-amendments-country = Amendments
page-amendment = Amendment
page-timeline = Timeline
page-timeline-country = Timeline
page-changes = What changed
page-changes-year = What changed
page-changes-country = What changed
page-changes-country-year = What changed
page-changes-instrument = What changed
page-changes-instrument-year = What changed
page-changes-between = What changed between two days
page-changes-between-country = What changed between two days
page-topics = Topics
page-topic = Topic
page-topic-country = Topic
page-questions = Questions
page-question = Question
page-modules = Training modules
page-module = Training module
page-module-version = Training module
page-handout = Handout
page-matrix = Comparison matrix
page-sheet = My list of answers
page-comparisons = Side by side
page-pair = Two countries side by side
page-section = Section
page-matrix-transposed = Comparison matrix by country
page-sources = Sources
page-source = Source
page-source-country = Source
page-disagreements = Where sources disagree
page-unresearched = Questions without an answer
page-stale = What nobody has confirmed for long
page-glossary = Glossary
page-about = About
page-data = Data
page-search = Search
page-search-list = All pages of a country
page-moved = This page has moved
page-not-found = Page not found

lead-countries = Each country’s page has the same parts in the same order.
lead-instruments = Treaties and other standards, with all that countries have done towards them.
lead-treaties = Each row is an instrument, each column a country. Every cell leads to the acts behind it and to their sources.
lead-laws = National codes and acts that the site cites.
lead-amendments = Bills and acts that change laws, with the most recent stage first.
lead-timeline = Treaty acts, laws and amendments in chronological order.
lead-changes = Treaty acts, laws, bills and wordings of articles, the latest first, each with its date as far as it is known. Answers that merely differ in a later source stand below, for they are no change of the law.
lead-topics = Subjects that bring together questions, articles and amendments.
lead-modules = Modules of different lengths, step by step, with handouts cut from the comparison and exercises whose answers can be checked on this site. A mixed class works through one module together; each group takes the handouts and exercises of its own module besides.
lead-questions = The questions that are asked of every country, and what each answer means.
lead-sheet = Answers that you collected on this site, each with its day, its source and the way back to it. They stay in your browser and are sent nowhere.
lead-comparisons = The same questions for two countries, or one section at a time for all countries.
lead-pair = In each section the differences come first; what is the same is folded below them. The text of the law and practice are separate questions.
lead-sources = Everything that this site relies on, grouped by authority, the closest to the law first.
lead-disagreements = Where sources contradict each other, both sides are shown. Nothing is averaged, and nothing is corrected silently.
lead-unresearched = By country, and why: nobody has researched it, or the source that was read is silent. Silence is never counted as “no”.
lead-stale = Not confirmed in the { $months } months before { $day }, by cause; what has waited longest stands first.
stale-count = { $n ->
    [one] { $n } record
   *[other] { $n } records
}
stale-last = confirmed { $day } at the latest
stale-undated = no day is recorded
stale-finding = Answers
stale-law = Laws whose sources nobody has read again
stale-treaty = Acts towards treaties that nobody has looked up
stale-help = The page that says where help is found
stale-source = Sources on the web that nobody has looked up
stale-link = Links without an archived copy
lead-glossary = Terms, with the word in the original languages where it is known.
lead-data = The same statements as files for use in other programs.
lead-not-found = There is no page at this address. It may have been mistyped, or the page may have been removed.
not-found-way = Use the browser’s Back button, or open the site’s home page and search from there.
lead-moved = It is now here:

## What a page is, in one line, for search engines and for those with whom it is shared: where it has no text of its own

describe-home = { $site }: the law of several countries side by side, every statement with its source and its day.
describe-countries = { lead-countries }
describe-matrix = Each row is a question, each column a country; each cell leads to the answer and its source.
describe-matrix-transposed = Each row is a country, each column a question; each cell leads to the answer and its source.
describe-comparisons = { lead-comparisons }
describe-sheet = { lead-sheet }
describe-treaties = { lead-treaties }
describe-instruments = { lead-instruments }
describe-laws = { lead-laws }
describe-amendments = { lead-amendments }
describe-timeline = { lead-timeline }
describe-changes = { lead-changes }
describe-topics = { lead-topics }
describe-modules = { lead-modules }
describe-questions = { lead-questions }
describe-disagreements = { lead-disagreements }
describe-unresearched = { lead-unresearched }
describe-stale = What nobody has confirmed for long, by cause.
describe-sources = { lead-sources }
describe-glossary = { lead-glossary }
describe-data = { lead-data }
describe-search = { lead-search }
describe-about = { $site }: what the site covers, how it was made, and what its words and signs mean.
describe-country = { $title }: its treaty commitments, laws and answers, each with its source and its day.
describe-instrument = { $title }: which countries are bound, since when and with what reservations, with sources.
describe-law = { $title }: its dates, its articles, what amended it, and where it is cited.
describe-provision = { $title }: its wordings with their days and sources, and what changed between them.
describe-amendment = { $title }: its stages with their days, what it contains, and which laws it changes.
describe-topic = { $title }: the questions, articles and bills on this topic, country by country.
describe-question = { $title } The answers of all countries, each with its source and its day.
describe-source = { $title }: the full reference, and every place on this site that cites it.
describe-page = { $title } – { $site }.
describe-module = { $title }: a training module with steps, slides, handouts and exercises.
describe-module-version = { $title }: a shorter version of a training module, with steps, slides and handouts.
describe-handout = { $title }: a part of the comparison on one sheet, with its sources.
describe-section = { $title }: all questions of this section, answered for all countries.
describe-pair = { $title } side by side: what they answer differently, and what alike.
describe-timeline-country = { $title }: treaty acts, laws and amendments in chronological order.
describe-laws-country = { $title }: the codes and acts that the site cites.
describe-amendments-country = { $title }: bills and acts that change laws, the latest stage first.
describe-topic-country = { $title }: the questions, articles and bills on this topic in one country.
describe-source-country = { $title }: the places that cite this source for one country.
describe-changes-year = { $title }: acts, laws, bills and answers that changed, each with its day.
describe-changes-country = { $title }: acts, laws, bills and answers, the latest first, each with its day.
describe-changes-country-year = { $title }: acts, laws, bills and answers that changed, each with its day.
describe-changes-instrument = { $title }: acts towards the instrument, the latest first, each with its day.
describe-changes-instrument-year = { $title }: acts towards the instrument, each with its day.
describe-changes-between = Which answers and treaty statuses differ between the two days, and what explains it.
describe-handbook-country = { $title }: answers and treaty status with their sources, in short, for paper.
describe-handbook-all = { lead-handbook-all }
describe-search-list = { $title }: all pages about this country.
describe-blank = { lead-blank }
describe-not-found = { lead-not-found }
describe-moved = { lead-moved }

## The frame

# The language itself, as it calls itself.
own-name = English

skip = Skip to the content
unpack = Unpack the whole archive first: without its other files this page has no layout and its links lead nowhere.
nav-menu = Menu
nav-site = Parts of the site
nav-matrix = Matrix
nav-comparisons = Side by side
nav-questions = Questions
nav-topics = Topics
nav-disagreements = Disagreements
nav-unresearched = Without an answer
nav-countries = All countries
nav-treaties = Status of treaties
nav-instruments = Treaties and standards
nav-laws = Laws
nav-amendments = Bills and amending acts
nav-changes = What changed
nav-timeline = Timeline
nav-modules = Modules
nav-about = About this site
nav-sources = Sources
nav-glossary = Glossary
nav-data = Data
# The doors of the navigation.
door-compare = Compare
door-countries = Countries
door-treaties = Treaties
door-laws = Laws and changes
door-training = Training
door-about = About
nav-crumbs = You are here
nav-contents = On this page
nav-pages = Other pages
nav-languages = Languages
nav-neighbours = Previous and next
not-translated = Parts of this page are not yet in English. They appear in the original language of this site: { $language }.
machine-translated = Some of this page was translated by machine and has not been checked. Rely on the words of the original language.
stale-translated = The text in the original language has changed since this translation was made.
footer = About this edition
edition = Edition of { $edition }
edition-named = { $name }, { $edition }
edition-as-of = The main views show what the sources say up to { $day }; older answers are dated.
law-as-at = Law as at { $day }.
licence = Licence of the content:
report = Report an error on this page
published-by = Published by { $name }.
generated = Made with the program { $generator }.
made-from = Made from { $files ->
    [one] one file
   *[other] { $files } files
} of content, checksum { $checksum }.
running-plain = { $title } · edition of { $edition }
running-day = what sources say up to { $day }

## The projector

projector = Show as slides
projector-begun = The projector is on. Press the question mark for the keys, Escape to end.
projector-ended = The projector is off.
projector-screen = Screen { $n } of { $of }: { $what }
projector-blank = The screen is blank. Any of the projector’s keys brings it back.
projector-more = continues below
projector-back = Back
projector-next = Next
projector-whole = All sources
projector-full = Full screen
projector-keys = Keys
projector-end = End
projector-close = Close
projector-keys-next = → ↓ Page Down, Space
projector-does-next = forward: down a long screen, then on to the next
projector-keys-back = ← ↑ Page Up, Shift + Space
projector-does-back = back
projector-keys-first = Home, End
projector-does-first = first and last screen
projector-keys-whole = S
projector-does-whole = all that stands behind the answers, and away again
projector-keys-size = + − 0
projector-does-size = larger text, smaller text, normal size
projector-keys-blank = B or full stop
projector-does-blank = blank screen, and back
projector-keys-keys = ?
projector-does-keys = this list
projector-keys-end = Escape
projector-does-end = back to the page; from full screen, press it twice

## The way out

leave = Leave this page
leave-label = Quick exit
leave-what = What this does
leave-does = An empty page takes the place of this one at once.
leave-does-outside = Another site takes the place of this page: { $address }.
leave-keys = Pressing Shift three times does the same.
leave-twice = Press Shift twice more to leave.
leave-once = Press Shift once more to leave.
leave-not = Nothing is erased. The history of the browser, files that were saved, and what was collected on “My list of answers” stay on this device; so do the records of the network, and of programs that watch the device.
leave-back = The browser’s Back button still leads to what was open before, and to an earlier place on this page.
leave-back-noscript = JavaScript is off: the Back button leads to this page again.
leave-history = The browser’s own help explains how to delete its history.
leave-help = Where to find help:
page-blank = Empty page
lead-blank = There is nothing on this page.

## The day of a view

# On a telephone, in the line below the title.
day-main-short = Sources up to { $day }
day-main = What the sources say up to { $day }; older answers are dated.
day-other = What the sources say up to { $day }, as if it were that day.
day-questions = A question’s own page has the answers of all days.
day-others = Other days
day-to-main = Go to the main view
day-views = Other views on this day
day-nearest = nearest published day: { $day }

## Dates

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
# Where no day stands before it.
month-alone-1 = January
month-alone-2 = February
month-alone-3 = March
month-alone-4 = April
month-alone-5 = May
month-alone-6 = June
month-alone-7 = July
month-alone-8 = August
month-alone-9 = September
month-alone-10 = October
month-alone-11 = November
month-alone-12 = December
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-year = { $year }
date-early = early { $year }
date-mid = mid-{ $year }
date-late = late { $year }
date-between = between { $first } and { $second }
date-after = after { $first }
date-before = before { $first }
date-by = by { $first }
date-undated = undated
date-by-table = by the table that shows it: { $date }
action-overtaken = changed nothing: it joined again { $date }, before this took effect
action-renews = joined again before its notice took effect ({ $date }): bound throughout
# After the words of `span-…`, `date-between`, `date-after`, `date-before` and `date-by`, for languages that inflect.
date-year-within = { $year }
date-month-within = { $month } { $year }
date-early-within = early { $year }
date-mid-within = mid-{ $year }
date-late-within = late { $year }
date-between-within = some day between { $first } and { $second }
date-after-within = some day after { $first }
date-before-within = some day before { $first }
date-by-within = a day not later than { $first }
span-both = from { $first } to { $last }
span-first = from { $first }
span-last = until { $last }
span-none = period not recorded
nothing-given = none given

## States of a cell: word, glyph, meaning

state-yes = yes
state-value = answer
state-partial = partial
state-indirect = indirect
state-pending = pending
state-no = no
state-no-provision = no provision
state-unclear = unclear
state-conflicting = conflicting
state-varies = varies
state-not-applicable = not applicable
state-source-silent = source silent
state-source-unavailable = source unavailable
state-not-researched = not researched

glyph-yes = ✓
glyph-value = ◆
glyph-partial = ½
glyph-indirect = ↷
glyph-pending = ▷
glyph-no = ✗
glyph-no-provision = ∅
glyph-unclear = ?
glyph-conflicting = ⇄
glyph-varies = ±
glyph-not-applicable = –
glyph-source-silent = …
glyph-source-unavailable = ⊘
glyph-not-researched = ·

state-yes-means = The law provides it, or the practice exists.
state-value-means = The answer is a word, a date or a figure, as the source gives it.
state-partial-means = Some elements only, or with a limit; the elements or the limit are given.
state-indirect-means = Reached through general offences or rules only, which are named.
state-pending-means = Announced, planned, a bill, or adopted and not yet in force; the stage is given.
state-no-means = The text rules it out, or a source says that it does not exist.
state-no-provision-means = The law was searched and is silent; what was searched, and when, is given.
state-unclear-means = The wording is ambiguous.
state-conflicting-means = Sources disagree; the preferred answer and the reason are given.
state-varies-means = It differs within the country.
state-not-applicable-means = The question does not arise: the answer before it excludes it, the state did not exist then, or a region cannot do what it asks.
state-source-silent-means = The source that was read says nothing on it. This is not “no”.
state-source-unavailable-means = The law exists, but its text was not obtained.
state-not-researched-means = Nobody has looked.

preferred-answer = preferred: { $answer }
stage-reached = { $stage }, { $date }
observed = { $date ->
    [undated] undated
   *[other] observed { $date }
}

# The standing of an answer, its time, and what overtook it.
part-glance = At a glance
part-comment = Comment
part-standings = How current an answer is
tools-standings-short = Standing
tools-standings = Answers with this standing
standing-holds = holds
standing-last-known = last known
standing-overtaken = overtaken
standing-uncertain = uncertain on this day
standing-not-in-sight = nothing in sight
standing-holds-means = The source speaks of this day, or the wording that it read was law on it.
standing-last-known-means = The source speaks of an earlier day; nothing recorded since touches the answer.
standing-overtaken-means = The source speaks of an earlier day, and what the answer rests on has changed since.
standing-uncertain-means = The change lies before or after this day; the sources do not say which.
standing-not-in-sight-means = No source answers the question by this day.
answer-was = was:
overtaken-since = since then:
time-as-of = { $date ->
    [undated] undated
   *[other] as of { $date }
}
time-observed = { $date ->
    [undated] undated
   *[other] observed { $date }
}
time-was = { $date }
time-signed = signed { $date }
time-deposited = deposited { $date }
time-bound-since = bound since { $date }
time-reserved = { $date }
time-ended = ended { $date }
time-taken-back = withdrawn { $date }
time-none-by = none by { $date }
time-none-yet = no such act by then
since-amended = law amended { $date }
since-new-wording = new wording since { $date }
since-ended = article repealed { $date }
since-repealed = law repealed { $date }
since-replaced = law replaced { $date }
since-in-force = in force since { $date }
since-named-anew = “{ $name }” has another answer ({ $date })
uncertain = uncertain on this day
disputed = disputed
said-of = said of the region { $region }, not of this country
said-where = Said of
said-of-short = said of { $region }
findings = { $n ->
    [0] no findings
    [one] one finding
   *[other] { $n } findings
}

## Two countries side by side

comparisons-matrix = All questions and all countries in one table.
comparisons-sheet = Answers that you collect, to annotate, print or save.
comparisons-pairs = Choose a country in the first column, then the one to compare it with.
comparisons-sections = One section at a time, for all countries.
beside-how = Compared
likeness-differs = differs
likeness-similar = same word, other details
likeness-same = alike
likeness-one = only { $country } has an answer
likeness-unsettled = not settled
likeness-none = no answer for either
glyph-likeness-differs = ≠
glyph-likeness-similar = ≈
glyph-likeness-same = =
glyph-likeness-unsettled = ?
glyph-likeness-one = …
glyph-likeness-none = –
pair-count-differs = answered differently
pair-count-similar = by the same word with other details
pair-count-same = alike
pair-count-unsettled = not settled
pair-count-one = for one of the two only
pair-count-none = for neither
pair-no-difference = No difference in what is answered for both.
pair-same = { $n ->
    [one] One question is answered alike
   *[other] { $n } questions are answered alike
}
pair-none = { $n ->
    [one] One question has no answer for either
   *[other] { $n } questions have no answer for either
}
pair-treaties-same = { $n ->
    [one] One treaty with the same status
   *[other] { $n } treaties with the same status
}
pair-treaties-none = { $n ->
    [one] One treaty of which nothing is recorded for either
   *[other] { $n } treaties of which nothing is recorded for either
}
pair-in-matrix = These two in the matrix
section-all = All countries
beside = Side by side with

## The controls of the matrix (`n` and the like are numbers that the script puts in)

tools = Choose what the table shows
tools-countries = Countries to compare
tools-questions = Questions to compare
tools-questions-short = Questions
tools-answers = Only questions with one of these answers
tools-answers-short = Answers
tools-all = all
tools-none = none
tools-show = Show
tools-show-all = all questions
tools-show-differ = only differences
tools-show-alike = only what all share
tools-show-open = only what is missing or not settled
tools-fold = Fold what all share
tools-reset = Show everything again
tools-shown = { $n } of { $of } questions, { $countries } of { $all } countries shown.
tools-folded = Answered alike by all that are shown (a region without an answer is left aside): { $n }
tools-chosen-countries = Countries: { $list }.
tools-chosen-questions = Questions: { $list }.
tools-chosen-answers = With one of the answers: { $list }.
tools-chosen-only = Chosen: { $what }.

## One's own sheet

collect = Make a list of answers
collect-add = Add to my list
collect-added = Added: { $what }. On my list: { $n }.
collect-removed = Taken off: { $what }. On my list: { $n }.
collect-link = My list ({ $n })
sheet-noscript = Collecting answers needs script, which is switched off or missing in this browser. The matrix can be read and printed without it.
sheet-lines = Collected answers
sheet-empty = Nothing is collected yet. In the matrix, “Make a list of answers” puts a button into each cell; on the page of a question each answer has one.
sheet-refused = This browser refuses to keep anything for this site. The list stands in the address of this page instead: save the address as a bookmark to keep it.
sheet-foreign = This list came with the address and is not your own. The site has not checked it; each line leads to the place that it names.
sheet-adopt = Add it to my list
sheet-own = Show my own
sheet-print = Print
sheet-save = Save as CSV
sheet-clear = Remove all
sheet-link = Link that carries this list
sheet-undo = Undo
sheet-note = Note
sheet-order = Order
sheet-details = Details
sheet-day = Day of the view
sheet-as-of = as of
sheet-up = up
sheet-down = down
sheet-remove = remove
sheet-moved = { $what }: now line { $n }.
sheet-cleared = All lines were removed.
sheet-back = The lines are back.
sheet-file = my-sheet.csv

## Status towards an instrument: word, glyph, meaning

status-party = party
status-provisional = applied provisionally
status-bound = deposited
status-signatory = signatory
status-ended = ended
status-no-longer = no longer in existence
status-not-yet = did not exist yet
status-former-party = former party
status-no-action = no action
status-not-recorded = not recorded

status-glyph-party = ●
status-glyph-provisional = ◇
status-glyph-bound = ▲
status-glyph-signatory = △
status-glyph-ended = ⊘
status-glyph-no-longer = ⊠
status-glyph-not-yet = □
status-glyph-former-party = ▽
status-glyph-no-action = ○
status-glyph-not-recorded = ·

status-party-means = Bound by the instrument, which is in force for it.
status-provisional-means = Applied before it is in force for the country, which is not bound by it.
status-bound-means = The act that binds was deposited; the instrument is not yet in force for it, or the day of its entry into force is not known.
status-signatory-means = Signed, not bound: it must not defeat the object and purpose of the instrument.
status-ended-means = The instrument had ceased to exist by this day.
status-no-longer-means = The country had ceased to exist by this day.
status-not-yet-means = The country did not exist yet on this day.
status-former-party-means = Was a party and has withdrawn.
status-no-action-means = By the table that was read, it had neither signed nor joined by this day.
status-not-recorded-means = Nothing is recorded here. This says nothing about what the country has done.

status-in-force = in force { $date }
status-in-force-computed = in force { $date }, by the treaty’s terms
status-to-come = will be bound from { $date }
status-to-come-computed = will be bound from { $date }, by the treaty’s terms
status-was-to-come = was to be bound from { $date }
status-was-to-come-computed = was to be bound from { $date }, by the treaty’s terms
status-was-to-end = was to take effect { $date }
status-in-force-unknown = day of entry into force not known
status-read-until = as of { $date }
status-since = since { $date }
status-since-computed = since { $date }, by the treaty’s terms
treaty-marks = In a cell: since which year, the mark of the act in the depositary’s table, R where reservations or declarations stand, ⇄ where a source reports otherwise, ? where the status is uncertain on this day.
status-as-of = in the table of { $date }
modified = with reservations or declarations
reported-only = a source reports an act
reported-otherwise = a source reports otherwise

## Acts towards an instrument

action-signature = signature
action-definitive-signature = definitive signature
action-ratification = ratification
action-acceptance = acceptance
action-approval = approval
action-accession = accession
action-succession = succession
action-formal-confirmation = formal confirmation
action-provisional-application = provisional application
action-bound-act-not-said = bound, the act is not said
action-consent-to-be-bound = consent to be bound
action-reservation = reservation
action-declaration = declaration
action-objection = objection
action-notification = notification
action-communication = communication
action-territorial-application = territorial application
action-withdrawal = withdrawal
action-denunciation = denunciation
action-announced = announced
action-planned = planned
action-domestic-ratification = ratification at home

action-signature-means = Shows the intention to join and does not bind yet. In the depositary’s table: a date in the column of signatures.
action-definitive-signature-means = A signature that binds at once, without ratification.
action-ratification-means = After its signature, the country confirms to the depositary that it is bound. In the table: a bare date.
action-acceptance-means = Binds as ratification does.
action-approval-means = Binds as ratification does.
action-accession-means = Binds as ratification does, without a signature before it.
action-succession-means = A new state declares that it is bound by what bound the state before it.
action-formal-confirmation-means = What ratification is for states, for international organisations.
action-provisional-application-means = The instrument is applied before it has entered into force.
action-bound-act-not-said-means = The table says that the country is bound by one of several acts, and not by which.
action-consent-to-be-bound-means = The country consents to be bound, in a form that the instrument provides.
action-reservation-means = The country excludes or changes the effect of some articles for itself.
action-declaration-means = The country says how it understands or applies the instrument.
action-objection-means = The country does not accept another’s reservation or declaration.
action-notification-means = The country tells the depositary what the instrument asks for, such as its authorities.
action-communication-means = A message that the depositary passed on.
action-territorial-application-means = The instrument is extended to a territory.
action-withdrawal-means = The country leaves; the notice takes effect later.
action-denunciation-means = The country leaves; the notice takes effect later.
action-announced-means = A source reports that the country announced an act. Nothing was deposited.
action-planned-means = A source reports that an act was planned. Nothing was deposited.
action-domestic-ratification-means = A law or decree at home. It binds the country towards others only once it is deposited.

action-of = { $act } ({ $kind })
action-again = { $kind } (no. { $n })
action-binds = binds
action-binds-not = does not bind
date-of-signed = signed
date-of-deposited = deposited
date-of-in-force = in force for it
date-of-domestic = at home
date-of-effective = effective
date-of-was-to-end = was to take effect
date-of-revoked = notice withdrawn
date-of-taken-back = withdrawn
date-of-ended = ended
date-of-given = date given
entry-computed = reckoned from the deposit by the treaty’s terms
recorded = recorded by the depositary
reported = reported by a source
touches-articles = Articles: { $articles }
done-by-law = By the law
absence = The table of { $date } has no entry: { $finding }

## What changed

entry-in-force = entry into force
taken-back-reservation = reservation withdrawn
taken-back-declaration = declaration withdrawn
taken-back-objection = objection withdrawn
taken-back-notification = notification withdrawn
taken-back-communication = communication withdrawn
taken-back-territorial-application = territorial application ended
taken-back-provisional-application = provisional application ended
overtaken-withdrawal = withdrawal, overtaken by a new deposit
overtaken-denunciation = denunciation, overtaken by a new deposit
taken-back-withdrawal = notice of withdrawal withdrawn
taken-back-denunciation = notice of denunciation withdrawn
status-taken-over = bound from its first day by an act of the state before it
wording-new = new wording
wording-ended = wording ended; what followed is not recorded
article-inserted = article inserted
article-commenced = article in force
article-repealed = article repealed
article-enacted-again = article enacted again
answer-changed = another answer in a later source
change-later = to come
change-by = by
change-to = became
change-none = No change is recorded here.
change-redline = what changed in the words
changes-count = { $n ->
    [one] one change
   *[other] { $n } changes
}
changes-by-country = By country
changes-by-instrument = By instrument
changes-by-year = By year
changes-between-days = Between two days
changes-between-all = Other pairs of days
changes-readings = Other answers in later sources
changes-edits = Changed by the editors
changes-edits-means = Cells that were corrected after publication: what they said before, and why it was changed.
changes-first-answers = A different answer does not mean that the law was changed: a later source may read it differently, and the cell says which source says what. A first answer is not a change, and neither is silence after an answer, since nobody knows what came before it or after it. Such cells are listed where two days are compared.
changes-of-all = All changes
changes-pair = from { $first } to { $last }
changes-pair-since = from { $first } to this edition
changes-pair-title = What changed from { $first } to { $last }
changes-day = What changed since { $day }
changes-matrix-on = The matrix on { $day }
changes-since-main = What changed from { $day } to this edition
changes-answers = Answers
changes-acts-between = Acts between the two days
changes-why = What explains it
changes-nothing-recorded = no act is recorded between the two days
changes-first = { $n ->
    [one] One cell is answered for the first time
   *[other] { $n } cells are answered for the first time
}
changes-ended = No longer answered on the later day
changes-numbers = Changed answers: { $answers }. Acts between the two days: { $acts }. Changed treaty statuses: { $statuses }.
changes-pair-title-of = { $name }: what changed from { $first } to { $last }
changes-all-countries = All countries between these days
changes-digest-means = The full list would be too long for one page. This table says how much changed in each country and names the most telling changes; each country’s own page has the rest.
changes-tally-means = How many countries have a new status, and what it became; each country’s page says which.
changes-amount = How much
changes-telling = Most telling
changes-more = { $n ->
    [one] and one more
   *[other] and { $n } more
}
changes-amount-answers = { $n ->
    [one] one changed answer
   *[other] { $n } changed answers
}
changes-amount-ended = { $n ->
    [one] one question no longer answered
   *[other] { $n } questions no longer answered
}
changes-amount-statuses = { $n ->
    [one] one changed status
   *[other] { $n } changed statuses
}
changes-amount-acts = { $n ->
    [one] one act
   *[other] { $n } acts
}
changes-amount-first = { $n ->
    [one] one first answer
   *[other] { $n } first answers
}
changes-may-lie = An act whose date is known only in part is listed here if it may lie between the two days.
changes-left = { $n ->
    [one] One more change of { $year }
   *[other] { $n } more changes of { $year }
}
changes-left-undated = { $n ->
    [one] One more undated change, in the list of its country
   *[other] { $n } more undated changes, in the lists of the countries
}
division-means = The full list would be too long for one page. This table says how much there is for each country and gives a few examples; each country’s own page has the rest.
division-of = { $title } – { $name }
division-questions = Questions
division-told = Examples
division-whole = All countries
amount-acts = { $n ->
    [one] one act towards an instrument
   *[other] { $n } acts towards instruments
}
amount-dates = { $n ->
    [one] one date of a law
   *[other] { $n } dates of laws
}
amount-stages = { $n ->
    [one] one stage of a bill
   *[other] { $n } stages of bills
}
amount-laws = { $n ->
    [one] one law
   *[other] { $n } laws
}
amount-provisions = { $n ->
    [one] one provision
   *[other] { $n } provisions
}
amount-amendments = { $n ->
    [one] one bill or amending act
   *[other] { $n } bills and amending acts
}
amount-elements = { $n ->
    [one] one element of a bill or an amending act
   *[other] { $n } elements of bills and amending acts
}
amount-answers = { $n ->
    [one] one answer
   *[other] { $n } answers
}
amount-offences = { $n ->
    [one] one offence
   *[other] { $n } offences
}
amount-observations = { $n ->
    [one] one observation
   *[other] { $n } observations
}
amount-gaps = { $n ->
    [one] one gap
   *[other] { $n } gaps
}
amount-uses = { $n ->
    [one] one place that cites it
   *[other] { $n } places that cite it
}
amount-changes = { $n ->
    [one] one change
   *[other] { $n } changes
}
feed = Feed (Atom)
part-redlines = Comparisons of wordings that do not follow each other
part-latest = What changed last
part-by-country = By country
part-statuses-changed = Status towards instruments

## How a page is cited

cite = Cite this page
cite-copy = Copy
cite-copied = copied
cite-oscola = In the manner of OSCOLA
cite-plain = In plain words
cite-bib = BibTeX
cite-ris = RIS
cite-json = CSL-JSON
cite-in = in
cite-read = Read in
cite-described = Described in
cite-adopted = adopted { $date }
cite-published = published { $date }
cite-entered = entered into force { $date }
cite-on = what the sources say up to { $day }
cite-as-at = law as at { $day }
cite-from = As given in: { $place }.
cite-note = Read in { $site }, edition of { $edition }: what the sources say up to { $day }
cite-cell = The address of a single answer ends with # and the country’s name in the list at the head of the page.
data-references = Citations of laws, treaties, bills, sources and pages, for reference managers.

## Kinds of record and other keys

kind-country = country
kind-instrument = instrument
kind-law = law
kind-provision = provision
kind-offence = offence
kind-amendment = amendment
kind-topic = topic
kind-section = section
kind-question = question
kind-cell = cell
kind-source = source
kind-term = term
kind-conflict = disagreement
kind-page = page
kind-module = training module
kind-action = treaty act
kind-absence = absence
kind-finding = finding
kind-gap = gap
kind-observation = observation
kind-statistic = figure
kind-wording = wording
kind-stage = stage
kind-element = element
kind-article = article

country-state = state
country-part = part of a state
country-region = region
country-organisation = organisation

instrument-treaty = treaty
instrument-standard = standard

law-code = code
law-act = act
law-decree = decree
law-resolution = resolution
law-constitution = constitution
law-other = other

law-date-adopted = adopted
law-date-signed = signed
law-date-published = published
law-date-commences = commences
law-date-repealed = repealed

repeal-repealed = repealed
repeal-replaced = replaced
repeal-lapsed = lapsed
repeal-annulled = annulled

amendment-bill = bill
amendment-act = act

stage-announced = announced
stage-planned = planned
stage-drafted = drafted
stage-submitted = submitted
stage-debated = debated
stage-adopted = adopted
stage-signed = signed
stage-published = published
stage-in-force = in force
stage-rejected = rejected
stage-withdrawn = withdrawn

modality-announced = announced
modality-planned = planned
modality-submitted = submitted, not passed
modality-passed = passed
modality-in-force = in force
modality-practice = practice
modality-assessment = assessment
modality-history = history
modality-definition = definition
modality-provenance = about the source itself
# When a statement is about another time than the one for which its source speaks.
speaks-of = of: { $period }
without-topic = Other
# Behind a partial answer: what is not met.
lacks = lacking: { $what }
# In a cell that has no answer for the day of the view, but one for an earlier day.
answered-earlier = earlier:
section-not-applicable = { $n ->
    [one] The question of this section does not apply here.
   *[other] The { $n } questions of this section do not apply here.
 }

domain-law = text of the law
domain-practice = practice

basis-provision = read from provisions
basis-action = follows from treaty acts
basis-source = taken from sources

answer-kind-yes-no = yes or no
answer-kind-scale = scale
answer-kind-choice = one of several
answer-kind-several = several of several
answer-kind-date = date
answer-kind-number = number
answer-kind-text = free words

tier-depositary = depositary or official gazette
tier-official-translation = official translation
tier-unofficial-translation = unofficial translation
tier-international-organisation = international organisation or court
tier-government-report = government report
tier-academic = academic
tier-legal-database = legal database
tier-ngo = non-governmental organisation
tier-press = press
tier-encyclopaedia = encyclopaedia
tier-not-recorded = kind of source not recorded

translation-official = official translation
translation-authorised = authorised translation
translation-unofficial = unofficial translation
translation-machine = machine translation
translation-none = original

event-treaty = treaty act
event-law = law
event-amendment = amendment

language-ar = Arabic
language-az = Azerbaijani
language-be = Belarusian
language-de = German
language-en = English
language-es = Spanish
language-fa = Persian
language-fr = French
language-hy = Armenian
language-it = Italian
language-ka = Georgian
language-kk = Kazakh
language-kaa = Karakalpak
language-ky = Kyrgyz
language-la = Latin
language-mn = Mongolian
language-nl = Dutch
language-pl = Polish
language-pt = Portuguese
language-ro = Romanian
language-ru = Russian
language-tg = Tajik
language-tk = Turkmen
language-tr = Turkish
language-uk = Ukrainian
language-uz = Uzbek
language-zh = Chinese

## Banners

banner-label = Note
banner-not-yet = On this day it did not exist yet: it exists from { $on }.
banner-no-longer = On this day it no longer existed: it ended { $on }.
banner-not-yet-in-force = { $on ->
    [none] Not yet in force.
   *[other] Not yet in force: it commences { $on }.
}
banner-in-force-in-part = In force in part.
banner-article-to-come = { $on ->
    [none] To come: this article is not law yet.
   *[other] To come: this article is not law before { $on }.
}
banner-article-ended = { $until ->
    [none] { $on ->
        [none] No longer in force: this article is repealed. Its last wording is shown.
       *[other] No longer in force: this article is repealed since { $on }. Its last wording is shown.
    }
   *[other] No longer in force: this article is repealed since { $on }, and is enacted again on { $until }. Its last wording is shown.
}
banner-article-gap = Gap in the record: what this article said from { $on } until { $until } is not recorded here. The wording before is shown.
banner-wording-to-come = { $on ->
    [none] A new wording is to come. It is shown below.
   *[other] A new wording is to come from { $on }. It is shown below.
}
banner-article-will-end = { $until ->
    [none] To come: this article is repealed with effect from { $on }.
   *[other] To come: this article is repealed with effect from { $on }, and is enacted again on { $until }.
}
banner-perhaps-repealed = { $on ->
    [none] Perhaps no longer in force: { $word }, the day is not recorded.
   *[other] Perhaps no longer in force: { $word } { $on }.
}
banner-perhaps-in-force = { $on ->
    [none] The day of its entry into force is not recorded.
   *[other] The day of its entry into force is not recorded exactly: { $on }.
}
banner-article-may-have-ended = { $on ->
    [none] Perhaps no longer in force: this article was repealed, the day is not recorded.
   *[other] Perhaps no longer in force: this article is repealed with effect from { $on }.
}
banner-will-be-repealed = To come: { $word } { $on }.
banner-text-not-quoted = The text of the article is not recorded here, only what sources say of it.
banner-wording-not-recorded = Amended or replaced, but the new wording is not recorded here.
banner-repealed = { $on ->
    [none] No longer in force: { $word }.
   *[other] No longer in force: { $word } { $on }.
}
banner-by = See
banner-unofficial-translation = The wording is an unofficial translation.
banner-machine-translation = The wording was translated by a machine.
# Before a colon and what is disputed: “2 disagreements: the penalty; the title”.
banner-disputed = { $n ->
    [one] One disagreement
   *[other] { $n } disagreements
}
banner-disputed-more = { $n ->
    [one] and one more
   *[other] and { $n } more
}
banner-not-compared = This country is not compared. It appears here because of what it has done towards the instruments.
banner-region = This is a region: what is said of it is not said of its members.
banner-bill = { $on ->
    [none] This is a bill, not law.
   *[other] This is a bill, not law. Last recorded stage: { $word }, { $on }.
}

## Parts of pages and words in them

part-profile = Profile
part-treaties = Treaty commitments
part-laws = Laws
part-offences = Offences
part-statistics = Figures
part-gaps = Gaps
part-observations = What sources describe
part-amendments = Amendments
part-conflicts = Where sources disagree
part-sources = Sources
part-articles = Articles
part-actions = Acts of the countries compared
part-others = Acts of other countries
part-reservations = Reservations, declarations and the like
part-questions = Questions read against it
part-legend = What the acts mean
part-entry = Entry into force for one state
part-facts = At a glance
part-dates = Dates
part-provisions = Provisions
part-amended-by = Amended by
part-wordings = Wordings
part-came-by = How it came about
part-cells = Used in
part-cited-by = Cited by
part-uses = Where it is cited
part-stages = Stages
part-elements = What it contains
part-wordings-by = Wordings that it introduced
part-benchmark = Benchmark
part-answers = What the answers mean
part-scope = What counts
part-countries = Countries
part-topics = Topics
part-instruments = Instruments
part-sections = Questions by section
part-findings = Findings
part-history = Through the years
part-changes = Changes on this site
part-events = All events
part-states = What the answers mean
part-statuses = What the statuses mean
part-tiers = Kinds of source
part-counts = How much there is
part-files = Files
part-matrix = Comparison
part-compared = Countries compared
part-not-compared = Other countries
part-by-topic = By topic
# The disputes by country and topic: the fold, the choice of all of them, and how many are shown.
disputes-lists = By country or topic
disputes-all = all
disputes-count = { $n } of { $of } shown
part-disputed-records = What sources disagree on
part-disputed-cells = Answers on which sources disagree
part-disputed-actions = Treaty acts with dates that cannot all be right
part-disputed-coders = Answers that two coders coded differently
part-not-researched = Not researched
part-silent = Source silent
part-unavailable = Text not obtained
part-treaties-missing = Instruments of which nothing is recorded
part-weak = Denials and limits
part-unanswered = Not answered
part-objectives = Objectives
part-steps = Steps
part-handouts = Handouts
part-exercises = Exercises
part-answers-paper = Answers
part-modules = In training modules
part-sheets = Sheets to print
sheets-countries = One country on one sheet
sheets-grid = Everything at a glance
sheets-print = the grid of the first page, which prints on one sheet
sheets-all = each country on one sheet, and everything at a glance
part-gaps-said = What sources say was lacking

official-name = Official name
code = Code
capital = Capital
names = Names
kind = Kind
related = Members and regions
country = Country
question = Question
answer = Answer
basis = Basis
domain = Asks about
rests-on = Rests on
source = Source
source-word = the source’s word alone
also-said = Also said by
place = Place
status = Status
instrument = Instrument
since = Since
acts-elsewhere = Each name leads to the acts, with their dates and sources.
act = Act
mark = Mark
dates = Dates
says = What the source says
meaning = Meaning
count = Number
conduct = Conduct
provision = Provision
article-not-given = article not given
topic = Topic
topics = Topics
figure = Figure
counted = What was counted
counted-by = Counted by { $who }
period = Period
law = Law
number = Number
adopted = Adopted
signed = Signed
published = Published
commences = Commences
repealed = Ended
opened = Opened for signature
closed = Last day for signature
in-force-since = In force since
depositary = Depositary
supplements = Supplements
supplemented-by = Supplemented by
entry-not-recorded = The rule of entry into force is not recorded here. Where a country has deposited, the day of entry into force is not known.
title = Title
title-as-given = Title in this language
amends = Amends
follows = Follows
followed-by = Followed by
becomes-law = The law
stage = Stage
reached = Reached
elements = Elements
element-count = { $n ->
    [one] one element
   *[other] { $n } elements
}
wordings-count = { $n ->
    [one] one wording
   *[other] { $n } wordings
}
heading = Heading
penalty = Penalty
came-by = Introduced by
ended-by = Repealed by
wording-missing = The words are not recorded here.
words-wanted = Wanted: the official text of this article, in its language, with the day of each wording.
translated-part = extract: only part of the words quoted
translated-extract = extract of the article
wording-extract = An extract: the article has other words, which are not recorded here.
wording-is-in-force = in force on this day
wording-is-uncertain = perhaps in force on this day
wording-is-to-come = to come
wording-is-earlier = earlier wording
wording-is-ended = no longer in force
wording-is-gap = gap in the record
article-to-come = { $date ->
    [none] to come
   *[other] to come: { $date }
}
article-ended = { $date ->
    [none] no longer in force: repealed
   *[other] no longer in force: repealed since { $date }
}
article-may-have-ended = { $date ->
    [none] perhaps no longer in force
   *[other] perhaps no longer in force: repealed { $date }
}
article-gap = gap in the record: { $from } to { $until }
shown-on = { $date ->
    [undated] shown by a source without a date
   *[other] as reported for { $date }
}
redline = What changed against the wording before it
redline-against = against
redline-extracts = Extracts are compared. “[…]” stands for words that are not recorded here: what is struck out may still stand among them, and what is put in may have stood among them before.
original = Original
in-plain-words = In plain words
note = Note
later = What changed later
why-preferred = Why this is preferred
# Before the reason of the preferred answer, where two coders read one source.
coders-differ = Coders read the source differently.
preferred = preferred
not-decided = Neither side is preferred
touches = Concerns
met = Met
unmet = Not met
limit = Limit
searched = Searched
parts = Parts
law-title = The law
how-put = How the source puts it
was-law = In force
coder = Coded by { $coder }
coder-reviewed = Coded by { $coder }, reviewed by { $reviewer }
confirmed = confirmed on { $date }
computed = follows from treaty acts
shown = answer shown above
later-than-view = later than this view
was-changed = On { $date } changed from “{ $was }”: { $reason }
no-cells = No findings.
include = What counts
exclude = What does not
parent = Asked first
parent-when = Asked only if the answer there is: { $answers }
children = Depends on this one
section = Section
previous = Previous
next = Next
transposed = Countries in rows
not-transposed = Questions in rows
matrix-of-section = This section in the matrix
profile-link = Page of the country
scroll = Wide table: it scrolls sideways.
answered = { $n } of { $of ->
    [one] one question
   *[other] { $of } questions
} answered
answered-unquoted = { $n } without a quotation
answered-by-machine = { $n } with words translated by a machine
bound-by = { $n ->
    [one] bound by one instrument
   *[other] bound by { $n } instruments
}
depositary-counts = Recorded here: { $signatures ->
    [0] { "" }
    [one] { $parties ->
        [0] one signature
       *[other] one signature,
    }
   *[other] { $parties ->
        [0] { $signatures } signatures
       *[other] { $signatures } signatures,
    }
} { $parties ->
    [0] { "" }
    [one] one party
   *[other] { $parties } parties
}{ $organisations ->
    [0] { "" }
    [one] , one of them an organisation
   *[other] , { $organisations } of them organisations
}
former-names = Former names
former-name = { $name } (until { $date })
exists-from = Exists from
exists-until = Ended
predecessors = Before it
successors = After it
part-of-state = Part of
done-by-predecessor = done by
objects-to-reservation = to the reservation of
objects-to-declaration = to the declaration of
objects-to-number = (no. { $n })
instrument-end-terminated = Terminated
instrument-end-expired = Expired
instrument-end-superseded = Superseded
instrument-end-dissolved = Dissolved
bound-of = { $n } of { $of } bound
signed-of = { $n } signed only
cited-times = { $n ->
    [0] not cited
    [one] cited once
   *[other] cited { $n } times
}
background = background only
author = Author
publisher = Publisher
year = Year
tier = Authority
address = Address
archived = Archived copy
language = Language
licence-of = Licence
stored = Copy of
accessed = Last accessed
not-recorded = not recorded
contribute = How to contribute
rows = { $n ->
    [one] one row
   *[other] { $n } rows
}
minutes = { $n ->
    [one] one minute
   *[other] { $n } minutes
}
version-minutes = { $n }-minute version
nav-versions = Versions by length
slide = For the class
trainer-notes = For the trainer
cards-to-cut = Cards to cut out
cards-to-sort = Cards to sort
audience = For
duration = Time
handout-day = What the sources say up to { $day }.
handout-latest = The latest answer up to { $day }. Each cell gives its own date.
handout-later = { $n ->
    [one] One answer of a later time than { $day } is recorded
   *[other] { $n } answers of a later time than { $day } are recorded
}
handout-none-later = Nothing is recorded for a later time than { $day }.
taught-as-of = Law as of
proved-by-on = What proves it, on { $day }:
handout-sheet = Printable sheet
composite = The situations are composite and invented for training. None is a real case.
task = Task
proved-by = What proves it
questions-count = { $n ->
    [one] one question
   *[other] { $n } questions
}
provisions-count = { $n ->
    [one] one provision or offence
   *[other] { $n } provisions and offences
}
how-much = { $countries ->
    [one] one country
   *[other] { $countries } countries
}, { $questions ->
    [one] one question
   *[other] { $questions } questions
}, { $findings ->
    [one] one finding
   *[other] { $findings } findings
}, { $actions ->
    [0] { "" }
   *[other] { $actions } treaty acts,{ " " }
}{ $sources ->
    [one] one source
   *[other] { $sources } sources
}.
count-countries = countries compared
count-questions = questions
count-cells = cells with a finding
count-findings = findings
count-instruments = instruments
count-actions = treaty acts
count-laws = laws
count-provisions = provisions
count-amendments = amendments
count-sources = sources
count-conflicts = disagreements
count-terms = terms
accessed-between = Sources were accessed { $span }.
nothing-yet = Nothing is recorded.
timeline-picture-of = { $of }: the same events as a picture, time from left to right
timeline-picture = The same events as a picture: one lane for each country, time from left to right
recorded-short = recorded
reported-short = reported
more = Show all

## Files of data

data-countries = Countries and other jurisdictions
data-instruments = Instruments
data-actions = Treaty acts, and what each source says of them
data-statements = What each source says of a treaty act
data-laws = Laws
data-provisions = Provisions
data-wordings = Wordings of provisions
data-translations = Translations of wordings
data-offences = Offences
data-amendments = Amendments
data-stages = Stages of amendments
data-elements = Elements of amendments
data-articles = Articles of instruments
data-sections = Sections of the codebook
data-answers = Answers that questions allow, and what they mean
data-bases = What findings rest on
data-changes = Changes of cells on this site
data-citations = Citations in prose
data-sides = Sides of disagreements
data-questions = Questions
data-findings = Findings
data-states = States of cells by interval
data-sources = Sources
data-statuses = Status towards treaties by interval
data-absences = Tables without an entry
data-statistics = Figures
data-gaps = Gaps
data-observations = What sources describe outside the codebook
data-conflicts = Disagreements
data-terms = Glossary
data-topics = Topics
data-modules = Training modules
data-steps = Steps of training modules
data-handouts = Handouts of training modules
data-exercises = Exercises of training modules
data-collatio = Everything in one file
data-spreadsheet = For a spreadsheet
data-workbook = One workbook: the comparison as a table of countries and questions, then a sheet for each table
data-workbook-how = Double-click to open it in Excel, LibreOffice or Numbers. Every value is stored as text, so an article number such as 10-12 does not turn into a date.
data-programs = For programs
data-csv-how = The CSV files are in UTF-8, separated by commas. If you double-click one, Excel may garble letters and turn 10-12 into a date. Choose Data, From Text/CSV instead, then the encoding 65001 (UTF-8) and the type Text for every column. LibreOffice asks for the same when it opens the file.
data-site = Everything in one file
data-datapackage = Description of the files for programs (Frictionless Data Package)
data-metadata = What the edition was made from

# Search
lead-search = Search every page and every answer by word, article number or name of a treaty, or browse the list.
search-field = Search for
search-help = Type words in any language used on these pages, the beginning of a word, or a number such as 128 or 129-1. Arrow keys move to the results; Escape returns to the field and clears it.
search-noscript = Searching needs JavaScript. All pages are listed here; your browser’s own search finds words in the list.
search-any-country = all countries
search-any-kind = everything
search-kind = Kind
search-from = Speaks of days from
search-to = to
search-slash = Press / to search
search-count = Results: { $n }
search-none = Nothing was found. Fewer or shorter words may find more; all pages are listed when the field is empty.
search-partly = Nothing has all of these words; these have most of them.
search-few = With all of these words: { $n }. Those that lack one follow.
search-besides = “{ $word }” hardly occurs here; “{ $other }” is shown too.
search-instead = No page has “{ $word }”; shown is “{ $other }”.
search-lost = No page has “{ $word }”.
search-more = More results
search-only = All { $n }: { $kind }
search-speaks = as of { $day }
search-sources = sources of { $years }
search-failed = The index could not be read. All pages are listed below.
search-all = All pages of
search-lists = Pages by country
kinds-country = Countries
kinds-instrument = Treaties and standards
kinds-topic = Topics
kinds-question = Questions
kinds-law = Laws
kinds-provision = Provisions
kinds-amendment = Bills and amending acts
kinds-cell = Answers
kinds-action = Acts towards treaties
kinds-offence = Offences
kinds-observation = Observations
kinds-statistic = Figures
kinds-gap = Gaps
kinds-element = Parts of bills and amending acts
kinds-article = Articles of treaties and standards
kinds-term = Terms
kinds-conflict = Disagreements
kinds-module = Training modules and handouts
kinds-source = Sources
kinds-page = Other pages
# Words by which people look for a kind of thing, besides its names.
search-words-instrument = treaty convention protocol instrument agreement
search-words-law = law act statute
search-words-provision = article art section provision
search-words-article = article art treaty
search-words-amendment = amendment bill act reform
search-words-action = treaty ratification signature status
search-words-offence = offence crime penalty
search-words-statistic = statistics figures numbers
search-words-gap = gap
search-words-conflict = disagreement conflict
search-words-source = source
search-words-term = glossary term

## The offline copy

start-kicker = Offline copy
start-open = Open the site
start-what = What this is
start-holds = This folder holds { $pages ->
    [one] one page
   *[other] { $pages } pages
 }, { $size }.
start-offline = It needs no network and no program but a browser.
start-online = The current edition is at
start-how = How to open it
start-how-unpack = Unpack the archive first: “Extract all” in the menu of Windows, a double click elsewhere. Inside the archive nothing but this page can be seen.
start-how-browser = Open this page with a double click, then follow the link above. Any browser will do, also without JavaScript.
start-how-carry = The folder can be copied as it is to a stick, a share or a web server. Keep its files together.
start-check = How to check it
start-check-what = { $list } names the SHA-256 of { $files ->
    [one] one file
   *[other] { $files } files
 }. In a terminal that was opened in this folder:
start-check-one = Windows, one file
start-check-limits = A copy that matches its list is complete and undamaged. Only a list from a place that you trust can tell you who made it.

part-note = This copy is a part of the site.
part-note-countries = It has the pages of:
part-note-topics = It has the pages on:
part-note-languages = It is in this language:
part-note-links = Where a page leads to one that is not here, plain words stand in place of the link.

handbook = Handbook
handbook-what = The main pages of the site in one file, which needs no other. Links lead to its chapters; a page that is not among them is named in plain words.
handbook-chapters = Chapters
handbook-up = Back to the chapters
start-handbook = For a telephone, take this single file:

handbook-of = { $name }: handbook
page-handbook-country = Handbook for paper
page-handbook-all = Handbook for paper: all countries
lead-handbook-country = Answers and treaty status with their sources, in short, to be printed. The longer notes, the findings for other days and the wordings of the articles are on the site.
lead-handbook-all = Treaty status, comparison, countries, disagreements, glossary and sources in one document, to be printed.
handbook-link = handbook
handbook-all-link = Handbook of all countries for paper
part-handbooks = Handbook of each country

# The first page and the grid at a glance
part-grid = Everything at a glance
part-method = How this site is made
way-matrix = Compare
way-matrix-means = Every question and every country, side by side
way-countries = A country
way-countries-means = Its answers, laws, treaties and sources
way-modules = Train
way-modules-means = Modules, slides and handouts, also without a network
# In place of a mark where there is no answer
mark-not-applicable = –
mark-source-silent = silent
mark-source-unavailable = no text
mark-not-researched = ·
mark-conflicting = disputed
grid-counted = Answers of { $n } countries
grid-age = Fill:
grid-fresh = recent
grid-older = older
grid-oldest = oldest, or overtaken by a later change (year struck through)
grid-years = Year: that of the source; of treaties and laws, that of the act.
grid-sources = The source and the day of each answer stand on the site.
grid-picture = Save as a picture (SVG)

# What the countries answer to a question, in one sentence
sum-all = { $n ->
    [one] { $answer } in the one country compared
    [2] { $answer } in both countries
   *[other] { $answer } in all { $n } countries
  }
sum-names = { $answer } in { $names }
sum-count = { $answer } in { $n } of { $of }
# For answers in words or figures of their own, which the sentence does not repeat.
given-all = { $n ->
    [one] an answer for the one country compared
    [2] an answer for both countries
   *[other] an answer for all { $n } countries
  }
given-names = an answer for { $names }
given-count = an answer for { $n } of { $of }
list-and = and
sum-sources = Latest source for each: { $first } to { $last }.
sum-sources-one = { $n ->
    [one] Latest source: { $date }.
   *[other] Latest source for each: { $date }.
  }
sum-acts = The acts date from { $first } to { $last }.
sum-acts-one = { $n ->
    [one] The act dates from { $date }.
   *[other] The acts date from { $date }.
  }
sum-overtaken = { $n ->
    [one] The answer for { $names } is older than a recorded change of the law and has not been checked since.
   *[other] The answers for { $names } are older than recorded changes of the law and have not been checked since.
}
sum-uncertain = Uncertain on this day: { $names }.
sum-disputed = Sources disagree on { $names }.

# The bar above a matrix
tools-filter = Filter
bar-sections = Sections
bar-key = Key
bar-meanings = What the answers mean
bar-regions = Regions

# The answers to a question in a line each
line-basis = Basis
line-since = On record since
part-lines = The answers in a line each
part-of-section = What these questions ask
part-asked = How the question is asked and counted
cite-answer = Cite this answer
cite-place = page { $path }
cite-for = for the answer

# Strips through the years
strips-scale = In each cell the years from { $first } to { $last }, from left to right.
strips-words = The same in words
strip-full = a source speaks of these days, or the law that it read was in force
strip-carried = carried on from the last source
strip-over = the law has changed since
strip-unsure = the day of the change is not known
strip-none = no answer
strip-mark-yes = ✓ yes
strip-mark-no = ✗ no, ∅ no provision
strip-mark-half = ½ partial, or yes with a doubt
strip-mark-odd = ⇄ sources disagree, ▷ pending
strip-mark-value = ◆ an answer in words or figures

# The elements of a benchmark
part-by-element = Element by element
elements-lead = Which elements the findings call covered or not covered, measured against
element = Element
element-met = covered
element-unmet = not covered

# A country
country-facts = Names, code, capital
sources-all = All { $n } sources

# The slider of days
day-slider = Day
day-show = Show { $day }
day-now = the latest view
on-day = On { $day }
on-day-away = Without this day
on-day-latest = By the latest sources

## A country's first screens, and its sheet
part-main-articles = { $n ->
    [one] Main article
   *[other] Main articles
}
part-timeline = Timeline
timeline-words = { $n ->
    [one] The same event in words
   *[other] The same { $n } events in words
}
for-paper = For paper:
sheet-link-country = one sheet
page-country-sheet = On one sheet
describe-country-sheet = { $title } on one sheet of paper: the main articles, the dates and every answer in a line.
sheet-to-country = Page of the country
sheet-again = A line without a source has that of the line above.
sheet-left = { $n ->
    [one] One more question has no room here.
   *[other] { $n } more questions have no room here.
}
sheet-rests = { $sources ->
    [one] One source
   *[other] { $sources } sources
}{ $conflicts ->
    [0] .
    [one] , one disagreement between them; all in full on the page of the country.
   *[other] , { $conflicts } disagreements between them; all in full on the page of the country.
}

# All days of a country, as periods
page-country-history = All days
describe-country-history = { $title } on every day: each answer, treaty status and law with the days from which and until which it stands.
lead-country-history = What the page of the country says on any day. Each line stands for all the days from the first to the last that it names.
history-link = All days of this country
history-days = Days on which something changes
history-all = Show all days
history-shown = Only what stands on { $day } is shown.
history-always = on all days
history-state = What is noted
history-law-clear = neither to come nor ended
history-in-force = in force
history-uncertain = perhaps in force
history-parts = The whole would be too heavy for one page: the answers and the status of treaties are on these.

# A page that would be too heavy, in parts.
parts-title = Parts of this page
parts-means = The whole would be too heavy for one page: each number leads to a part.
parts-counted-answered = Counted are the answers, of all cells of the part.
parts-counted-bound = Counted are the states that are bound, of all cells of the part.
parts-of = of
parts-total = Total
parts-all = All
parts-others = Others
parts-countries = Choose a country
parts-beside-countries = The same for other countries
parts-beside-rows = These countries elsewhere
parts-elsewhere = On pages of their own
