//! Where the time goes: an invented site is read, checked, compiled, printed and written, each stage apart, a few times
//! over; the median of each is printed. `cargo bench --bench road -- [COUNTRIES [PROVISIONS [QUESTIONS [INSTRUMENTS]]]]`.
//! Times are of the wall and, where the system tells, of all cores together; run it on a quiet machine.

#[path = "../examples/corpus/tree.rs"]
#[expect(dead_code, reason = "only the generator itself fills the tables of a depositary")]
mod tree;
#[path = "../examples/corpus/words.rs"]
mod words;

use std::error::Error;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use collatio::law;
use collatio::publish::Renderer;
use collatio::text::{Diagnostics, Files};
use collatio::{check, content, disk, site};

const ROUNDS: usize = 5;

/// Pages of other days are many times the site; `scripts/measure` says what they add.
const WITHOUT_DAYS: &str = "\n[days]\ncountries = \"none\"\nmatrix = \"none\"\ntreaties = \"none\"\n";

/// One stage: its name, and in each round the wall's time and the processors'.
struct Stage {
    name: &'static str,
    rounds: Vec<(Duration, Duration)>,
}

/// The stages in the order of the road.
#[derive(Default)]
struct Road(Vec<Stage>);

impl Road {
    fn measure<T>(&mut self, name: &'static str, work: impl FnOnce() -> T) -> T {
        let (wall, processors) = (Instant::now(), processor_time());
        let done = work();
        let round = (wall.elapsed(), processor_time().saturating_sub(processors));
        match self.0.iter_mut().find(|stage| stage.name == name) {
            Some(stage) => stage.rounds.push(round),
            None => self.0.push(Stage { name, rounds: vec![round] }),
        }
        done
    }

    fn print(&self) -> std::io::Result<()> {
        let mut out = std::io::stdout().lock();
        writeln!(out, "{:<12}{:>12}{:>14}", "stage", "wall, ms", "all cores, ms")?;
        for stage in &self.0 {
            let wall = median(stage.rounds.iter().map(|round| round.0));
            let processors = median(stage.rounds.iter().map(|round| round.1));
            writeln!(out, "{:<12}{:>12.1}{:>14.1}", stage.name, milliseconds(wall), milliseconds(processors))?;
        }
        Ok(())
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let numbers: Vec<usize> = std::env::args().skip(1).filter_map(|word| word.parse().ok()).collect();
    let number = |at: usize, otherwise: usize| numbers.get(at).copied().unwrap_or(otherwise);
    let size = tree::Size {
        countries: number(0, 30),
        provisions: number(1, 40),
        questions: number(2, 60),
        instruments: number(3, 20),
        acts: tree::Acts::Usual,
        seed: 1,
    };
    let folder = Scratch::new()?;
    let root = folder.0.join("site");
    tree::tree(&size, &mut |path, mut text| {
        if path == "collatio.toml" {
            text.push_str(WITHOUT_DAYS);
        }
        let path = root.join(path);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(path, text)
    })?;
    let mut road = Road::default();
    for _ in 0..ROUNDS {
        travel(&root, &folder.0.join("public"), &mut road)?;
    }
    road.print()?;
    Ok(())
}

/// The road once, stage by stage: what the library does in one call, taken apart.
fn travel(root: &Path, out: &Path, road: &mut Road) -> Result<(), Box<dyn Error>> {
    let input = road.measure("disk", || disk::read(root))?;
    let files = Files::new(input.files.iter().cloned().chain(collatio::publish::text_files(&input.theme)).collect());
    let (settings, records, mut found) = road.measure("read", || content::read(&files, &input.unreadable));
    let (corpus, more) = road.measure("assemble", || law::assemble(settings, records, false));
    found.extend(more);
    let found = road.measure("check", || check::check(&corpus, None, found));
    refuse(&found)?;
    let inputs = site::view::Inputs { files: files.len(), checksum: String::new() };
    let days = site::Days { today: None, as_of: None };
    let site = road.measure("compile", || site::compile(corpus, days, site::Words::default(), inputs));
    let (renderer, found) = road.measure("theme", || Renderer::new(site, &input.theme, Vec::new(), &files));
    refuse(&found)?;
    let renderer = renderer.ok_or("the theme cannot be read")?;
    let mut pages = Vec::new();
    let printed = road.measure("print", || {
        renderer.print(&mut |output| {
            pages.push(output);
            Ok::<(), disk::SystemError>(())
        })
    })?;
    refuse(&printed)?;
    road.measure("write", || {
        disk::write(out, |sink| {
            pages.drain(..).try_for_each(&mut *sink)?;
            Ok(Diagnostics::new())
        })
    })?;
    Ok(())
}

fn refuse(found: &Diagnostics) -> Result<(), Box<dyn Error>> {
    match found.iter().next() {
        Some(first) => Err(format!("the invented site has a fault: {}", first.message).into()),
        None => Ok(()),
    }
}

fn median(rounds: impl Iterator<Item = Duration>) -> Duration {
    let mut rounds: Vec<Duration> = rounds.collect();
    rounds.sort();
    rounds[rounds.len() / 2]
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// What all threads of this process have used, in steps of a hundredth of a second; nothing where the system does not
/// tell.
fn processor_time() -> Duration {
    let Ok(line) = fs::read_to_string("/proc/self/stat") else { return Duration::ZERO };
    // The name of the program, in brackets, may hold spaces; the numbers come after it.
    let numbers = line.rsplit_once(')').map_or("", |(_, numbers)| numbers);
    let ticks: u64 = numbers.split_whitespace().skip(11).take(2).filter_map(|word| word.parse::<u64>().ok()).sum();
    Duration::from_millis(ticks * 10)
}

/// A folder that goes when the measurement ends; in memory where the system has such a place.
struct Scratch(PathBuf);

impl Scratch {
    fn new() -> std::io::Result<Scratch> {
        let memory = Path::new("/dev/shm");
        let above = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
        let folder = above.join(format!("collatio-road-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        Ok(Scratch(folder))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
