use super::*;

/// What doesn't belong in print.
#[derive(Debug, Clone, Copy)]
pub struct Print {
    /// What a language model says of its work, or was told to do: beginnings of sentences.
    pub leaks: Words,
    /// Announcements of a translation.
    pub announcements: Words,
    /// What a model calls the text that it was given.
    pub given: Words,
    /// What only a model, or a program around one, writes; found as it stands.
    pub model_marks: Words,
    /// Words of consent that a model opens its answer with.
    pub consents: Words,
    /// Openings of an answer behind such a word.
    pub answers: Words,
    /// What such an answer speaks of.
    pub versions: Words,
    /// Words before a colon that label a translation.
    pub labels: Words,
    /// Words before a colon that open a translator's note in brackets.
    pub note_labels: Words,
    /// What a translator's note speaks of.
    pub note_topics: Words,
    /// Words of articles that are about language models.
    pub models: Words,
    /// Notes to a colleague, as all that stands in brackets.
    pub notes: Words,
    /// Words that open such a note in capitals.
    pub shouted: Words,
    /// Words that open such a note before a colon.
    pub addressed: Words,
    /// Where these are named, TK is a place or a firm.
    pub tk_names: Words,
    /// Nouns behind XXX that it belongs to.
    pub xxx_nouns: Words,
    /// Names of HTML tags that turn up in text.
    pub tags: Words,
    /// Words that may rightly stand twice in a row.
    pub doubles: Words,
    /// Prepositions that may belong to a verb before them.
    pub particles: Words,
    /// Verbs that such a preposition belongs to.
    pub particle_verbs: Words,
    /// Named entities of HTML with what they stand for.
    pub entities: Pairs,
}

impl Default for Print {
    fn default() -> Self {
        Print {
            leaks: PRINT_LEAKS,
            announcements: PRINT_ANNOUNCEMENTS,
            given: PRINT_GIVEN,
            model_marks: PRINT_MODEL_MARKS,
            consents: PRINT_CONSENTS,
            answers: PRINT_ANSWERS,
            versions: PRINT_VERSIONS,
            labels: PRINT_LABELS,
            note_labels: PRINT_NOTE_LABELS,
            note_topics: PRINT_NOTE_TOPICS,
            models: PRINT_MODELS,
            notes: PRINT_NOTES,
            shouted: PRINT_SHOUTED,
            addressed: PRINT_ADDRESSED,
            tk_names: PRINT_TK_NAMES,
            xxx_nouns: PRINT_XXX_NOUNS,
            tags: PRINT_TAGS,
            doubles: PRINT_DOUBLES,
            particles: PRINT_PARTICLES,
            particle_verbs: PRINT_PARTICLE_VERBS,
            entities: PRINT_ENTITIES,
        }
    }
}
