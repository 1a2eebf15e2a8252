use super::entry::closed_set;

closed_set! {
    /// What an edit is about.
    Kind {
        Number = "number": "A quantity changed its value.",
            "Both sides hold a number, and the values differ once digits, words and scale are read; or a number was added or dropped.",
            ["4.1 billion won" => "4.1 trillion won", "1,400 people" => "1,040 people", "the 31-year-old" => "the 32-year-old"];
        NumberFormat = "number_format": "The same quantity, written in another way.",
            "Value and unit are equal once both sides are read.",
            ["20 million dollars" => "$20 million", "4.5%" => "4.5 percent", "5 ships" => "Five ships"];
        CurrencyUnit = "currency_unit": "The number stayed, its unit or currency changed.",
            "The same number with another unit or currency.",
            ["6 million dollars" => "6 million won", "2 percent" => "2 percentage points", "8 km" => "8 miles"];
        Conversion = "conversion": "The same amount in another unit or currency.",
            "Replaced or added in brackets, and it fits within rounding or the desk's range of exchange rates.",
            ["2,000 pyeong" => "6,600 square meters", "14 billion won" => "14 billion won ($10 million)", "10 miles" => "16 kilometers"];
        DateTime = "date_time": "A day, a date or a time changed, or was added or dropped.",
            "Both sides hold a date or a time, and neither fills in what the other leaves open.",
            ["on March 3" => "on March 13", "last week" => "in April", "∅" => "On Monday,"];
        DateFormat = "date_format": "The same day or time, written in another way.",
            "Equal once both sides are read, or one fills in what the other leaves open.",
            ["October 9" => "Oct. 9", "8:00 AM" => "8 a.m.", "the 14th" => "May 14"];
        Name = "name": "A person, a body or a place became another.",
            "Capitalised words differ and are no variant of one name.",
            ["Han Se-ri" => "Han Se-rin", "Port Gas Corp." => "Port Power Corp.", "Icheon" => "Incheon"];
        NameVariant = "name_variant": "Another spelling of the same name.",
            "An alias, a corporate suffix, a surname for the full name, or two spellings of the same Hangul.",
            ["Korea" => "South Korea", "Lee Sang-heon" => "Lee Sang-hun", "HAEON" => "Haeon"];
        Title = "title": "Somebody's rank or post changed.",
            "A word of the table of titles was added, dropped or changed.",
            ["Senator Han" => "Sen. Han", "Ms. Seo" => "Seo", "director" => "deputy director"];
        Quote = "quote": "Words inside quotation marks changed, or the marks did.",
            "The edit lies inside a quotation, or only one side has quotation marks.",
            ["“We regret it”" => "“We deny it”", "a \"miracle\"" => "a miracle", "“I will go,” she said" => "She said she would go"];
        Negation = "negation": "Yes became no, or no became yes.",
            "The number of words of negation differs.",
            ["did not agree" => "agreed", "legal" => "illegal", "opened" => "failed to open"];
        Direction = "direction": "A word became its opposite.",
            "The words form a pair in the table of contrasts.",
            ["climbed" => "slid", "acquitted" => "convicted", "imports" => "exports"];
        Attribution = "attribution": "Who says it changed.",
            "A reporting verb or the naming of a source was added, dropped or changed.",
            ["∅" => ", the city said", "said" => "admitted", "Haeon said" => "according to Haeon"];
        Certainty = "certainty": "How sure it is changed.",
            "A word of certainty, obligation or approximation was added, dropped or changed.",
            ["may" => "will", "∅" => "reportedly", "around 40" => "at least 40"];
        Pronoun = "pronoun": "A pronoun became another, or a noun.",
            "One side or both are a pronoun.",
            ["her" => "his", "She" => "Han", "their" => "its"];
        Inflection = "inflection": "The same word in another form.",
            "The same word stems in another tense or number, or with another auxiliary.",
            ["has opened" => "opened", "ships was" => "ships were", "said it will" => "said it would"];
        Voice = "voice": "Active became passive, or passive active.",
            "A form of be with a participle on one side, the same verb active on the other.",
            ["The bridge was closed by the city" => "The city closed the bridge", "Divers found the wreck" => "The wreck was found by divers", "was rejected by the board" => "The board rejected"];
        FunctionWord = "function_word": "Only words of grammar changed.",
            "All words of both sides are articles, prepositions, conjunctions and the like.",
            ["at sea" => "on sea", "∅" => "the", "a" => "an"];
        WordChoice = "word_choice": "Other words; not analysed further.",
            "No other rule holds.",
            ["start" => "launch", "∅" => "steeply", "really" => "∅"];
        SpellingVariant = "spelling_variant": "British became American spelling, or the other way round.",
            "A pair of the table of spellings.",
            ["harbour" => "harbor", "theatre" => "theater", "recognise" => "recognize"];
        Typo = "typo": "A typing error was put right.",
            "The draft's word is in no word list, the final's is, and they are two letters apart at most.",
            ["harbuor" => "harbor", "recieved" => "received", "anouncement" => "announcement"];
        Punctuation = "punctuation": "Only marks changed.",
            "Letters and digits are equal.",
            ["rain, and" => "rain and", "re-opened" => "reopened", "the crew who" => "the crew, who"];
        Typography = "typography": "The same mark in another shape.",
            "Marks are equal once curly quotation marks, dashes and ellipses are made plain.",
            ["\"" => "“", "--" => "—", "..." => "…"];
        Capitalization = "capitalization": "Capital and small letters of a common noun.",
            "Both sides are equal after case folding.",
            ["the City" => "the city", "Harbor" => "harbor", "in Autumn" => "in autumn"];
        Spacing = "spacing": "A space was put in or taken out.",
            "Both sides are equal once white space is removed.",
            ["rain fall" => "rainfall", "lighthouse" => "light house", "sea food" => "seafood"];
        HouseStyle = "house_style": "The desk's word for it.",
            "A pair in the desk's table of terms.",
            ["SNS" => "social media", "prior to" => "before", "Approximately 40" => "About 40"];
        Abbreviation = "abbreviation": "Written out, shortened, or its initials added.",
            "One side is the other's initials.",
            ["PA" => "Port Authority (PA)", "chief executive officer" => "CEO", "Port Authority" => "Port Authority (PA)"];
        Connective = "connective": "A word that links sentences.",
            "A word of the table of connectives was added, dropped or changed.",
            ["Meanwhile," => "∅", "Moreover" => "Also", "∅" => "However,"];
        Explanation = "explanation": "Something explained for readers abroad.",
            "Words added between brackets, commas or dashes that hold no value and no negation.",
            ["hanok" => "hanok (traditional house)", "Haeon" => "Haeon, the largest yard on the coast,", "makgeolli" => "makgeolli — a cloudy rice wine —"];
        Addition = "addition": "Information was added.",
            "Three or more content words were put in, or a whole sentence.",
            ["∅" => "for the first time in nine years", "∅" => "The bridge stayed closed.", "∅" => "to repair the outer sea wall"];
        Omission = "omission": "Information was dropped.",
            "Three or more content words were taken out, or a whole sentence.",
            ["while enjoying the evening breeze" => "∅", "Interest is growing." => "∅", ", carrying lamps and wet blankets," => "∅"];
        Order = "order": "A phrase or a sentence moved, unchanged.",
            "Its form is move.",
            ["On Monday, it rained" => "It rained on Monday", "approved the plan unanimously" => "unanimously approved the plan", "the second sentence" => "now the first"];
        SentenceStructure = "sentence_structure": "A sentence was split, or sentences were merged.",
            "Its form is split or merge.",
            ["rain, and the" => "rain. The", "opened. It" => "opened and", "weeks, and her" => "weeks. Her"];
        Rewrite = "rewrite": "A passage was written anew: read it.",
            "Four or more content words on one side and three or more on the other, and fewer than half of them survive.",
            ["It is a fact that many voices of worry come out" => "Many residents are worried", "What draws attention is the speed of the change" => "Few had expected things to move so fast", "It is known that there is a high possibility of a strike" => "A strike is close, workers say"];
        Disclosure = "disclosure": "The line that says that a machine translated changed.",
            "It stands in the disclosure of either side.",
            ["∅" => "Translated using generative AI and edited by the desk.", "Translated using generative AI." => "∅", "This article was translated by AI." => "Translated using generative AI and edited by the desk."];
        Boilerplate = "boilerplate": "Dateline, byline, address, credit or copyright line.",
            "It stands in the dateline, the byline or a credit of either side.",
            ["∅" => "BY HAN SE-RI [han.seri@example.com]", "Reporter Han Se-ri" => "∅", "ⓒ Port Daily" => "∅"];
        Markup = "markup": "Markup around the same visible text.",
            "Both sides are equal once HTML and Markdown are taken off.",
            ["<b>port</b>" => "port", "**port**" => "port", "[port](https://example.com)" => "port"];
    }
}
