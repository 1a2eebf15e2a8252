//! x
#![forbid(unsafe_code)]
pub mod article;
pub mod compare;
pub mod input;
pub mod lexicon;
pub mod pair;
pub mod settings;
pub mod text;
