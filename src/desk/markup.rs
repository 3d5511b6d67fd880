//! Tables in saved pages: the XML in which the United Nations Treaty Collection publishes a status page
//! (`<Row>` and `<Entry>`), and HTML (`<tr>`, `<td>`, `<th>`).
//!
//! Tags are read one by one, for saved pages are seldom well-formed. What stands in footnotes (`<superscript>`, `<sup>`)
//! is left out.

use super::grid::{Cell, Grid};

/// All tables of a page, in their order, each with rows of words.
pub(super) fn tables(text: &str) -> Vec<Grid> {
    let mut reading = Reading::default();
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        reading.words(&rest[..at]);
        let tag = &rest[at..];
        let end = match tag.starts_with("<!--") {
            true => tag.find("-->").map_or(tag.len(), |end| end + 3),
            false => tag.find('>').map_or(tag.len(), |end| end + 1),
        };
        reading.tag(&tag[..end]);
        rest = &tag[end..];
        for hidden in ["script", "style"] {
            if tag[1..].get(..hidden.len()).is_some_and(|name| name.eq_ignore_ascii_case(hidden)) {
                let close = rest.to_ascii_lowercase().find(&format!("</{hidden}"));
                rest = &rest[close.unwrap_or(rest.len())..];
            }
        }
    }
    reading.end_row();
    reading.tables.retain(|grid| !grid.rows.is_empty());
    reading.tables
}

#[derive(Default)]
struct Reading {
    tables: Vec<Grid>,
    row: Vec<String>,
    cell: Option<String>,
    /// How many footnotes are open.
    footnotes: usize,
}

impl Reading {
    fn words(&mut self, words: &str) {
        if let Some(cell) = self.cell.as_mut().filter(|_| self.footnotes == 0) {
            cell.push_str(&decoded(words));
        }
    }

    fn tag(&mut self, tag: &str) {
        let inner = tag.trim_start_matches('<').trim_end_matches('>').trim_end_matches('/').trim();
        let is_end = inner.starts_with('/');
        let is_whole = tag.ends_with("/>");
        let name = inner.trim_start_matches('/').split_whitespace().next().unwrap_or_default().to_ascii_lowercase();
        match name.as_str() {
            "table" if !is_end => {
                self.end_row();
                self.tables.push(Grid::default());
            }
            "tr" | "row" | "rowhead" => self.end_row(),
            "td" | "th" | "entry" => {
                self.end_cell();
                self.cell = (!is_end && !is_whole).then(String::new);
                if is_whole && !is_end {
                    self.row.push(String::new());
                }
            }
            "sup" | "superscript" if is_whole => {}
            "sup" | "superscript" if is_end => self.footnotes = self.footnotes.saturating_sub(1),
            "sup" | "superscript" => self.footnotes += 1,
            "br" | "p" | "div" => self.words(" "),
            _ => {}
        }
    }

    fn end_cell(&mut self) {
        self.footnotes = 0;
        if let Some(cell) = self.cell.take() {
            self.row.push(cell.split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }

    fn end_row(&mut self) {
        self.end_cell();
        let row: Vec<String> = std::mem::take(&mut self.row);
        if row.iter().all(String::is_empty) {
            return;
        }
        if self.tables.is_empty() {
            self.tables.push(Grid::default());
        }
        if let Some(table) = self.tables.last_mut() {
            let number = table.rows.len() as u32 + 1;
            table.rows.push((number, row.into_iter().map(Cell::Text).collect()));
        }
    }
}

/// Words with the few entities decoded that stand in tables.
fn decoded(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let end = rest[at..].find(';').filter(|end| *end < 12);
        let name = end.map(|end| &rest[at + 1..at + end]);
        let letter = name.and_then(|name| match name {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            "nbsp" => Some(' '),
            "ocirc" => Some('ô'),
            "ccedil" => Some('ç'),
            "eacute" => Some('é'),
            "uuml" => Some('ü'),
            "rsquo" => Some('’'),
            name => {
                let number = name.strip_prefix('#')?;
                let code = match number.strip_prefix(['x', 'X']) {
                    Some(hex) => u32::from_str_radix(hex, 16).ok(),
                    None => number.parse().ok(),
                };
                code.and_then(char::from_u32)
            }
        });
        match (letter, end) {
            (Some(letter), Some(end)) => {
                out.push(letter);
                rest = &rest[at + end + 1..];
            }
            _ => {
                out.push('&');
                rest = &rest[at + 1..];
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Vec<String>> {
        let tables = tables(text);
        let cell = |cell: &Cell| cell.text().unwrap_or_default();
        tables.iter().flat_map(|grid| grid.rows.iter().map(|(_, row)| row.iter().map(cell).collect())).collect()
    }

    #[test]
    fn the_table_of_a_status_page_is_read_without_its_footnotes() {
        let xml = "<Treaty><Header>x</Header><Participants><Table><TGroup><Thead><Rowhead><Entry>Participant<superscript>1</superscript></Entry><Entry>Signature</Entry></Rowhead></Thead><Tbody><Rows><Row><Entry>Ruritania<superscript>2,3</superscript></Entry><Entry>12 Dec\t2000</Entry></Row><Row><Entry>Borduria</Entry><Entry/></Row></Rows></Tbody></TGroup></Table></Participants></Treaty>";
        assert_eq!(rows(xml), [["Participant", "Signature"], ["Ruritania", "12 Dec 2000"], ["Borduria", ""]]);
    }

    #[test]
    fn a_saved_page_is_read_however_it_is_closed() {
        let html = "<html><script>if (a<b) {}</script><TABLE class=x><tr><th>Participant<th>Ratification, Accession&nbsp;(a)<tr><td>C&#244;te d&rsquo;X<sup><a href=#1>4</a></sup><td> 1 Jan 2001&nbsp;a </table><!-- <td>no</td> -->";
        assert_eq!(rows(html), [["Participant", "Ratification, Accession (a)"], ["Côte d’X", "1 Jan 2001 a"]]);
        assert!(rows("<p>AT&T</p>").is_empty());
        assert_eq!(rows("<tr><td>AT&T &amp; &bogus; x</td></tr>"), [["AT&T & &bogus; x"]]);
    }
}
