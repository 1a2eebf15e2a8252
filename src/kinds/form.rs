use super::entry::closed_set;

closed_set! {
    /// What happened to the words, as plain mechanics.
    Form {
        Split = "split": "One sentence became several.",
            "The sentence is aligned with several of the final; the edit is the boundary that was put in.",
            ["rain, and the" => "rain. The", "weeks; her" => "weeks. Her", "port, which" => "port. It"];
        Merge = "merge": "Several sentences became one.",
            "Several sentences are aligned with one of the final; the edit is the boundary that was taken out.",
            ["opened. It" => "opened and", "rain. The" => "rain, and the", "port. It" => "port, which"];
        Move = "move": "The same words stand in another place.",
            "A deleted and an inserted run are equal but for case and marks at their ends, in the same or a neighbouring sentence; for sentences, an aligned pair that crosses others.",
            ["On Monday, it rained" => "It rained on Monday", "also said" => "said also", "the second sentence" => "now the first"];
        Case = "case": "Only capital and small letters differ.",
            "Both sides are equal after case folding.",
            ["the Port" => "the port", "Harbor" => "harbor", "NVIDIA" => "Nvidia"];
        Punct = "punct": "Only marks differ.",
            "Neither side has a letter or a digit, or both have the same ones and differ in a mark.",
            ["rain and" => "rain, and", "“" => "\"", "re-opened" => "reopened"];
        Insert = "insert": "Words were put in.",
            "The draft's side is empty.",
            ["∅" => "heavy", "∅" => "on Monday", "∅" => "The bridge stayed closed."];
        Delete = "delete": "Words were taken out.",
            "The final's side is empty.",
            ["very" => "∅", "of the year" => "∅", "Interest is growing." => "∅"];
        Space = "space": "Only spaces differ.",
            "Both sides are equal once white space is removed.",
            ["rain fall" => "rainfall", "light house" => "lighthouse", "every day" => "everyday"];
        Replace = "replace": "Words became other words.",
            "Anything else; two values that differ are this before anything else.",
            ["large" => "big", "1200" => "2100", "climbed" => "slid"];
    }
}
