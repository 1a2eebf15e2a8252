//! x
#![forbid(unsafe_code)]
pub mod analysis;
pub mod article;
pub mod audit;
pub mod cli;
pub mod compare;
pub mod desk;
pub mod effort;
pub mod input;
pub mod kinds;
pub mod lexicon;
pub mod pair;
pub mod render;
pub mod report;
pub mod settings;
pub mod text;
pub use analysis::{Analysis, analyse};
