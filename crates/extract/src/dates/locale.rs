//! [`Locale`]: what a page's place and language say about its dates.

/// Which of two numbers is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// 03/04 is the third of April.
    DayFirst,
    /// 03/04 is the fourth of March.
    MonthFirst,
    /// Nobody said.
    Unknown,
}

/// How dates are read on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Locale<'a> {
    /// Which number is the day.
    pub order: Order,
    /// BCP 47 tag; "und" where it is not known.
    pub language: &'a str,
}

/// Ends of hosts where the day stands first, whatever "en" may mean.
const DAY_FIRST: [&str; 12] =
    [".uk", ".ie", ".au", ".nz", ".in", ".za", ".eu", ".pk", ".ng", ".ke", ".sg", ".my"];

impl<'a> Locale<'a> {
    /// Nothing is known.
    #[cfg(test)]
    pub const UNKNOWN: Locale<'static> = Locale { order: Order::Unknown, language: "und" };

    /// By where the outlet is and what it speaks.
    pub fn of(host: Option<&str>, language: &'a str) -> Self {
        let order = if host.is_some_and(|host| DAY_FIRST.iter().any(|end| host.ends_with(end))) {
            Order::DayFirst
        } else {
            match language {
                "en-US" => Order::MonthFirst,
                "en" | "und" => Order::Unknown,
                _ => Order::DayFirst,
            }
        };
        Self { order, language }
    }

    /// The language without script and region.
    pub fn primary(&self) -> &'a str {
        self.language.split('-').next().unwrap_or_default()
    }
}
