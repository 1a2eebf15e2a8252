/// What a form, a kind or an impact means: what `explain`, the JSON schema and the pages all read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// The name in reports and settings.
    pub name: &'static str,
    /// One line.
    pub meaning: &'static str,
    /// How it is decided.
    pub definition: &'static str,
    /// Examples, draft and final; `∅` where one side has nothing.
    pub examples: &'static [(&'static str, &'static str)],
}

/// An enum whose values carry their [`Entry`], written once.
macro_rules! closed_set {
    (
        $(#[$about:meta])*
        $set:ident {
            $( $value:ident = $name:literal: $meaning:literal, $definition:literal, [ $( $from:literal => $to:literal ),* $(,)? ]; )+
        }
    ) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, schemars::JsonSchema)]
        pub enum $set {
            $(
                #[doc = $meaning]
                #[serde(rename = $name)]
                $value,
            )+
        }

        impl $set {
            /// All values, in the order in which they are explained.
            pub const ALL: &'static [$set] = &[$( $set::$value ),+];

            /// What the value means.
            pub fn entry(self) -> &'static $crate::kinds::Entry {
                match self {
                    $( $set::$value => &$crate::kinds::Entry {
                        name: $name,
                        meaning: $meaning,
                        definition: $definition,
                        examples: &[$( ($from, $to) ),*],
                    }, )+
                }
            }

            /// The name in reports and settings.
            pub fn name(self) -> &'static str {
                self.entry().name
            }
        }
    };
}

pub(super) use closed_set;
