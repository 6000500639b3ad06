//! The nouns that every step shares: article, evidence, statement, briefing.
