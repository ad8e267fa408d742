//! Work that takes longer than a frame: on its own thread, with progress, cancel, and no way to
//! take the program down with it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};

use crate::format::Progress;

/// Wakes the window when a job has something to show.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// How a job ended.
#[derive(Debug)]
pub enum Ended<T> {
    /// It ran to its end.
    Done(T),
    /// It broke; the program goes on.
    Broke,
}

/// One running job. Dropping it asks the work to stop.
#[derive(Debug)]
pub struct Job<T> {
    /// What it works on, for the progress bar: "east-asia.json".
    pub subject: String,
    /// How far it is.
    pub progress: Arc<Progress>,
    result: Receiver<T>,
}

impl<T: Send + 'static> Job<T> {
    /// Starts `work` on a thread of its own and calls `wake` when it has ended.
    pub fn start(
        subject: String,
        wake: Wake,
        work: impl FnOnce(&Progress) -> T + Send + 'static,
    ) -> Self {
        let progress = Arc::new(Progress::default());
        let (send, result) = channel();
        let shared = Arc::clone(&progress);
        let spawned = std::thread::Builder::new()
            .name("nenpyo job".into())
            .spawn(move || {
                if let Ok(value) = catch_unwind(AssertUnwindSafe(|| work(&shared))) {
                    // Nobody listens any more when the job was replaced: that is not an error.
                    let _ = send.send(value);
                } else {
                    drop(send);
                }
                wake();
            });
        if let Err(error) = spawned {
            tracing::error!(%error, "no thread for a job");
        }
        Self {
            subject,
            progress,
            result,
        }
    }

    /// The end of the job, once; none while it runs.
    pub fn poll(&self) -> Option<Ended<T>> {
        match self.result.try_recv() {
            Ok(value) => Some(Ended::Done(value)),
            Err(TryRecvError::Disconnected) => Some(Ended::Broke),
            Err(TryRecvError::Empty) => None,
        }
    }
}

impl<T> Drop for Job<T> {
    fn drop(&mut self) {
        self.progress.cancel();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::{Duration, Instant};

    fn wait<T: Send + 'static>(job: &Job<T>) -> Ended<T> {
        let start = Instant::now();
        loop {
            if let Some(ended) = job.poll() {
                return ended;
            }
            assert!(start.elapsed() < Duration::from_secs(10), "the job hangs");
            std::thread::sleep(Duration::from_millis(1));
        }
    }

    fn no_wake() -> Wake {
        Arc::new(|| {})
    }

    #[test]
    fn a_job_gives_its_result() {
        let job = Job::start("count".into(), no_wake(), |progress| {
            progress.start(2);
            progress.advance(1);
            42
        });
        assert!(matches!(wait(&job), Ended::Done(42)));
        assert!((job.progress.fraction() - 0.5).abs() < 1e-6);
    }

    #[test]
    fn a_job_that_panics_does_not_end_the_program() {
        let job: Job<()> = Job::start("break".into(), no_wake(), |_| panic!("on purpose"));
        assert!(matches!(wait(&job), Ended::Broke));
    }

    #[test]
    fn a_job_that_was_replaced_is_asked_to_stop() {
        let (send, stopped) = channel();
        let job = Job::start("wait".into(), no_wake(), move |progress| {
            while !progress.is_cancelled() {
                std::thread::sleep(Duration::from_millis(1));
            }
            send.send(()).ok();
        });
        drop(job);
        assert!(stopped.recv_timeout(Duration::from_secs(10)).is_ok());
    }

    #[test]
    fn the_window_is_woken_at_the_end() {
        let (send, woken) = channel();
        let job = Job::start(
            "wake".into(),
            Arc::new(move || send.send(()).unwrap_or(())),
            |_| (),
        );
        assert!(woken.recv_timeout(Duration::from_secs(10)).is_ok());
        assert!(matches!(wait(&job), Ended::Done(())));
    }
}
