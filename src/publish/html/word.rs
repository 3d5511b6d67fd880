//! Filters, functions and tests for templates beyond Tera's own: interface messages, dates, periods, names of
//! languages.
//!
//! | in a template | prints |
//! |---|---|
//! | `{{ "part-sources" \| t }}`, `{{ ("state-" ~ cell.state) \| t }}` | a message without arguments |
//! | `{{ t(k="cited", n=3) }}` | a message with arguments |
//! | `{{ x.observed \| date }}` | the date in words |
//! | `{{ x.observed \| time }}` | the date in a `time` element |
//! | `{{ x.in_force \| within }}` | the date as it stands after "since", "from" or "until" |
//! | `{{ x.period \| span }}` | a period in words |
//! | `{{ "tg" \| language }}` | the name of a language |
//! | `{{ link.text \| words }}`, `{{ f.met \| words(sep=", ") }}` | text of the content, with `lang` where it is in another language |
//! | `title="{{ link.text \| plain }}"` | the same text without markup, for attributes and other filters |
//! | `{% if v.url is outside %}` | whether a link may have this address: a web or mail address, never a script |
//! | `<a{{ x.href \| href }}>`, `{{ x.country \| link }}`, `{% if x.href is linked %}` | links, see `anchor` |
//! | `{{ page.json_ld \| json \| safe }}` | JSON that cannot end its `script` element |
//! | `'{{ style \| digest }}'` | the hash by which a Content-Security-Policy allows this style: `sha256-…` |

use std::sync::Arc;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use fluent_bundle::{FluentArgs, FluentValue};
use sha2::{Digest as _, Sha256};
use tera::value::Key;
use tera::{Error, Kwargs, Map, State, Tera, TeraResult, Value};

use crate::publish::link;
use crate::text::{direction, is_web_address};

use super::anchor;
use super::escape::escape;
use super::message::Messages;
use super::tagged;

/// Registers all of them with `tera`.
pub fn register(tera: &mut Tera, messages: &Arc<Messages>) {
    let m = messages.clone();
    tera.register_filter("t", move |key: &str, _: Kwargs, _: &State| m.plain(key));
    let m = messages.clone();
    tera.register_function("t", move |args: Kwargs, _: &State| message(&m, &args));
    let m = messages.clone();
    tera.register_filter("date", move |when: &Value, _: Kwargs, _: &State| optional(when, |w| date(&m, w)));
    let m = messages.clone();
    tera.register_filter("within", move |when: &Value, _: Kwargs, _: &State| {
        optional(when, |w| date_as(&m, w, Position::Within))
    });
    let m = messages.clone();
    tera.register_filter("time", move |when: &Value, _: Kwargs, _: &State| {
        optional(when, |w| date(&m, w)).map(|words| element(when, &words))
    });
    let m = messages.clone();
    tera.register_filter("span", move |period: &Value, _: Kwargs, _: &State| optional(period, |p| span(&m, p)));
    let m = messages.clone();
    tera.register_filter("language", move |tag: &str, _: Kwargs, _: &State| language(&m, tag));
    let page = messages.direction();
    tera.register_filter("dir", move |tag: &str, _: Kwargs, _: &State| dir(tag, page));
    tera.register_filter("direction", |tag: &str, _: Kwargs, _: &State| direction(tag));
    tera.register_filter("words", move |value: &Value, args: Kwargs, _: &State| words(value, &args, page));
    tera.register_filter("plain", |value: &Value, _: Kwargs, _: &State| tagged::plain(value));
    tera.register_test("outside", |address: &Value, _: Kwargs, _: &State| address.as_str().is_some_and(is_web_address));
    tera.register_filter("href", |address: &Value, args: Kwargs, _: &State| anchor::href(address, &args));
    tera.register_filter("link", move |link: &Value, args: Kwargs, _: &State| anchor::link(link, &args, page));
    tera.register_test("linked", |address: &Value, _: Kwargs, _: &State| anchor::linked(address));
    tera.register_filter("safe", |html: &Value, _: Kwargs, _: &State| safe(html));
    tera.register_filter("digest", |text: &str, _: Kwargs, _: &State| digest(text));
    tera.register_filter("json", |text: &str, _: Kwargs, _: &State| text.replace('<', "\\u003c"));
}

/// The attribute `dir` for a language with the opposite direction of the page; empty for others.
fn dir(tag: &str, page: &str) -> Value {
    let own = direction(tag);
    let is_foreign = !tag.is_empty() && own != page;
    Value::safe_string(&if is_foreign { format!(" dir=\"{own}\"") } else { String::new() })
}

/// The hash by which a Content-Security-Policy allows an inline element with this text.
fn digest(text: &str) -> Value {
    Value::safe_string(&format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(text))))
}

/// Replaces Tera's filter, to record that the links of a prose are printed.
fn safe(html: &Value) -> Value {
    match html.as_str() {
        Some(html) => {
            link::prose_printed(html);
            Value::safe_string(html)
        }
        None => Value::safe_string(&html.to_string()),
    }
}

/// Filter `words`: text of the content with its language; `sep` separates the items of a list.
fn words(value: &Value, args: &Kwargs, page: &str) -> TeraResult<Value> {
    Ok(match value.as_array() {
        Some(list) => tagged::joined(list, args.get::<&str>("sep")?.unwrap_or_default(), page),
        None => tagged::words(value, page),
    })
}

/// `t(k="…", …)`: a message with its arguments.
fn message(messages: &Messages, args: &Kwargs) -> TeraResult<Value> {
    let key = args.must_get::<&str>("k")?;
    let is_tagged = |value: &Value| tagged::of_value(value).is_some_and(|(_, runs)| runs.is_some());
    // If an argument is in another language, or HTML already (a list of words), the message becomes HTML.
    let as_html = args.iter().any(|(_, value)| is_tagged(value) || value.is_safe());
    let mut given = FluentArgs::new();
    for (name, value) in args.iter() {
        let name = name.as_str().unwrap_or_default();
        if name == "k" || value.is_none() || value.is_undefined() {
            continue;
        }
        let text = tagged::of_value(value).map(|(text, runs)| {
            let mut out = String::with_capacity(text.len());
            match runs {
                Some(runs) => tagged::print_runs(runs, messages.direction(), &mut out),
                None if as_html && !value.is_safe() => escape(text, &mut out),
                None => out.push_str(text),
            }
            out
        });
        match (text, value.as_f64()) {
            (Some(text), _) => given.set(name.to_owned(), FluentValue::from(text)),
            (None, Some(number)) => given.set(name.to_owned(), FluentValue::from(number)),
            (None, None) => {
                return Err(Error::message(format!("argument `{name}` of a message is neither text nor a number")));
            }
        }
    }
    Ok(match as_html {
        true => Value::safe_string(&messages.html(key, &given)),
        false => Value::from(messages.words(key, &given)),
    })
}

/// The printed value; empty for an absent one, because most dates are optional.
fn optional(value: &Value, print: impl Fn(&Map) -> String) -> TeraResult<String> {
    match value.as_map() {
        Some(map) => Ok(print(map)),
        None if value.is_none() => Ok(String::new()),
        None => Err(Error::message("this is no date and no period")),
    }
}

fn field<'m>(map: &'m Map, name: &'static str) -> Option<&'m Value> {
    map.get(&Key::Str(name))
}

fn text<'m>(map: &'m Map, name: &'static str) -> &'m str {
    field(map, name).and_then(Value::as_str).unwrap_or_default()
}

fn number(map: &Map, name: &'static str) -> i64 {
    field(map, name).and_then(Value::as_i64).unwrap_or_default()
}

fn part<'m>(map: &'m Map, name: &'static str) -> Option<&'m Map> {
    field(map, name).and_then(Value::as_map)
}

/// The position of a date in a phrase: inflected languages write it differently after "from", "until" and the like.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Position {
    Alone,
    Within,
}

/// A date in words, standing alone.
fn date(messages: &Messages, when: &Map) -> String {
    date_as(messages, when, Position::Alone)
}

/// A date in words: the message `date-<form>` with its arguments; within a phrase `date-<form>-within`, if there is
/// one.
fn date_as(messages: &Messages, when: &Map, stands: Position) -> String {
    let form = text(when, "form");
    let month = number(when, "month");
    if form == "day" {
        return messages.day(number(when, "day"), month, number(when, "year"));
    }
    let within = format!("date-{form}-within");
    let inflected = stands == Position::Within && messages.has(&within);
    let mut args = FluentArgs::with_capacity(4);
    if month > 0 {
        args.set("month", if inflected { messages.month(month) } else { messages.month_alone(month) });
    }
    args.set("year", number(when, "year").to_string());
    for name in ["first", "second"] {
        if let Some(other) = part(when, name) {
            args.set(name, date_as(messages, other, Position::Within));
        }
    }
    let key = if inflected { within } else { format!("date-{form}") };
    messages.words(&key, &args)
}

/// A date in words, standing alone, for callers outside templates.
pub fn date_of(messages: &Messages, when: &crate::site::view::When) -> String {
    Value::from_serializable(when).as_map().map(|map| date(messages, map)).unwrap_or_default()
}

/// The text in a `time` element, if the date has a machine-readable form.
fn element(when: &Value, words: &str) -> Value {
    let mut out = String::with_capacity(words.len() + 40);
    let machine = when.as_map().filter(|map| matches!(text(map, "form"), "day" | "month" | "year"));
    if let Some(map) = machine {
        out.push_str("<time datetime=\"");
        escape(text(map, "iso"), &mut out);
        out.push_str("\">");
    }
    escape(words, &mut out);
    if machine.is_some() {
        out.push_str("</time>");
    }
    Value::safe_string(&out)
}

/// A period in words.
fn span(messages: &Messages, period: &Map) -> String {
    let mut args = FluentArgs::with_capacity(2);
    let (first, last) = (part(period, "first"), part(period, "last"));
    for (name, day) in [("first", first), ("last", last)] {
        if let Some(day) = day {
            args.set(name, date_as(messages, day, Position::Within));
        }
    }
    let one = |day: Option<&Map>| day.map(|day| date(messages, day));
    if first.is_some() && one(first) == one(last) {
        return one(first).unwrap_or_default();
    }
    let key = match (first.is_some(), last.is_some()) {
        (true, true) => "span-both",
        (true, false) => "span-first",
        (false, true) => "span-last",
        (false, false) => "span-none",
    };
    messages.words(key, &args)
}

/// The name of a language; else that of its primary subtag; else the tag itself.
fn language(messages: &Messages, tag: &str) -> Value {
    let primary = tag.split('-').next().unwrap_or_default();
    let known = [tag, primary].into_iter().map(|t| format!("language-{t}")).find(|key| messages.has(key));
    known.map_or_else(|| Value::from(tag), |key| messages.plain(&key))
}
