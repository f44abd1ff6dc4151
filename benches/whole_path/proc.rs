//! A bot under measurement: a child process, and what Linux says it has spent.
use std::{
    fs, io,
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

/// Ticks a second in `/proc/PID/stat`. The kernel counts in nanoseconds and shows hundredths of a second: `USER_HZ` is 100
/// on every architecture that Rust's Linux targets have, whatever the kernel's own timer runs at, so there is no need to
/// ask `sysconf(_SC_CLK_TCK)`.
const TICKS_PER_SECOND: f64 = 100.0;

/// A child process that ends with this value.
pub(crate) struct Process {
    child: Child,
}

impl Process {
    /// Starts `program` in `folder` with nothing in its environment but `env`, and its complaints on our standard error.
    pub(crate) fn start(
        program: &Path,
        args: &[String],
        folder: &Path,
        env: &[(&str, String)],
    ) -> io::Result<Self> {
        let child = Command::new(program)
            .args(args)
            .current_dir(folder)
            .env_clear()
            .envs(env.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()?;
        Ok(Self { child })
    }

    /// Whether it has ended by itself.
    pub(crate) fn ended(&mut self) -> bool {
        !matches!(self.child.try_wait(), Ok(None))
    }

    /// What it has spent until now, all its threads together.
    pub(crate) fn usage(&self) -> io::Result<Usage> {
        let pid = self.child.id();
        let stat = fs::read_to_string(format!("/proc/{pid}/stat"))?;
        let status = fs::read_to_string(format!("/proc/{pid}/status"))?;
        parse(&stat, &status).ok_or_else(|| io::Error::other(format!("/proc/{pid} is unreadable")))
    }

    /// What it has spent once it is at rest: a reply leaves before the state behind it is stored, and that work counts too.
    pub(crate) async fn usage_at_rest(&self) -> io::Result<Usage> {
        let mut last = self.usage()?;
        for _ in 0..20 {
            tokio::time::sleep(Duration::from_millis(150)).await;
            let now = self.usage()?;
            if now.cpu <= last.cpu {
                return Ok(now);
            }
            last = now;
        }
        Ok(last)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended by itself: then there is nothing to kill, and nothing to say about it.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What a process has used.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Usage {
    /// Time on a processor, in user and kernel mode.
    pub cpu: Duration,
    /// Most memory that was resident at one time, in bytes.
    pub peak_resident: f64,
}

fn parse(stat: &str, status: &str) -> Option<Usage> {
    // The second field is the program's name in brackets, which may hold blanks and brackets itself: count from its end.
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace();
    let user: u32 = fields.nth(11)?.parse().ok()?;
    let kernel: u32 = fields.next()?.parse().ok()?;
    let peak = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u32 = peak.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(Usage {
        cpu: Duration::from_secs_f64((f64::from(user) + f64::from(kernel)) / TICKS_PER_SECOND),
        peak_resident: f64::from(kilobytes) * 1024.0,
    })
}
