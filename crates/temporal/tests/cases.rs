//! What expressions come to, case by case: one sentence a line, then what the tagger makes of it.
//! All sentences are invented. News is published on Wednesday, 14 May 2014; chronicles were written
//! on 19 December 2009.

use throughline_temporal::{Context, Language, tag};

/// "TYPE value [words] MOD", expressions separated by "; ".
fn shown(text: &str, context: &Context) -> String {
    let one = |timex: &throughline_temporal::Timex| {
        let modifier =
            timex.modifier.map_or(String::new(), |modifier| format!(" {}", modifier.as_str()));
        format!(
            "{} {} [{}]{modifier}",
            timex.kind.as_str(),
            timex.value,
            &text[timex.start..timex.end]
        )
    };
    tag(text, context).iter().map(one).collect::<Vec<_>>().join("; ")
}

fn check(cases: &str, context: &Context) {
    let mut wrong = Vec::new();
    for line in cases.lines().filter(|line| !line.is_empty()) {
        let (text, expected) =
            line.split_once(" =>").expect("every line has a sentence and its expressions");
        let found = shown(text, context);
        if found != expected.trim() {
            wrong.push(format!("{text}\n  expected {}\n  found    {found}", expected.trim()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn news() {
    check(NEWS, &Context::news(jiff::civil::date(2014, 5, 14).at(9, 0, 0, 0)));
}

#[test]
fn narratives() {
    check(NARRATIVES, &Context::narrative(jiff::civil::date(2009, 12, 19)));
}

#[test]
fn unpublished() {
    check(UNPUBLISHED, &Context::default());
}

#[test]
fn other_languages() {
    let context =
        Context { language: Language::Other, ..Context::news(jiff::civil::date(2014, 5, 14)) };
    check(OTHER, &context);
}

const NEWS: &str = r#"
The council met on Tuesday. => DATE 2014-05-13 [Tuesday]
The council meets on Friday morning. => TIME 2014-05-16TMO [Friday morning]
The summit continues on Thursday. => DATE 2014-05-15 [Thursday]
The singer posted photos of the pier on Thursday, writing that she can swim. => DATE 2014-05-08 [Thursday]
A still unspecified date will be set on Friday. => DATE 2014-05-16 [Friday]
In this Sept. 30, 2012, file photo the pier is closed. => DATE 2012-09-30 [Sept. 30, 2012]
The summit continued on Thursday. => DATE 2014-05-08 [Thursday]
Parliament votes Tuesday. => DATE 2014-05-20 [Tuesday]
The committee votes on the bill on Monday. => DATE 2014-05-19 [Monday]
The clerk counted the votes Tuesday. => DATE 2014-05-13 [Tuesday]
The new rules took hold Tuesday. => DATE 2014-05-13 [Tuesday]
The truce takes effect on Saturday. => DATE 2014-05-17 [Saturday]
The law comes into force on Monday. => DATE 2014-05-19 [Monday]
Norland goes to the polls on Sunday. => DATE 2014-05-18 [Sunday]
The trial reconvenes on Thursday, the clerk said. => DATE 2014-05-15 [Thursday]
The man goes on trial on Monday. => DATE 2014-05-19 [Monday]
A student goes on a rampage in March. => DATE 2014-03 [March]
The vote is on Tuesday. => DATE 2014-05-20 [Tuesday]
The deadline is this Friday. => DATE 2014-05-16 [this Friday]
The ministers are meeting Thursday in Wenlow. => DATE 2014-05-15 [Thursday]
The judge is hearing the appeal, which was lodged on Thursday. => DATE 2014-05-08 [Thursday]
The talks, which continue, began on Thursday. => DATE 2014-05-08 [Thursday]
The council will meet on Friday. => DATE 2014-05-16 [Friday]
The mayor said Monday it will reopen the pier. => DATE 2014-05-12 [Monday]
The hearing is scheduled for Thursday. => DATE 2014-05-15 [Thursday]
Officials plan to announce the winner on Sunday. => DATE 2014-05-18 [Sunday]
She resigned last Friday. => DATE 2014-05-09 [last Friday]
He is due back next Monday. => DATE 2014-05-19 [next Monday]
They spoke again on Wednesday night. => TIME 2014-05-14TNI [Wednesday night]
The vote was held on Friday, May 9. => DATE 2014-05-09 [Friday, May 9]
The vote was held on Friday, May 9, 2014. => DATE 2014-05-09 [Friday, May 9, 2014]
The treaty was signed on 9 May 2014. => DATE 2014-05-09 [9 May 2014]
The treaty was signed on the 9th of May. => DATE 2014-05-09 [the 9th of May]
The bridge opened on March 3, 1987. => DATE 1987-03-03 [March 3, 1987]
The bridge opened on Sept. 27, 1989. => DATE 1989-09-27 [Sept. 27, 1989]
The bridge opened in March 1987. => DATE 1987-03 [March 1987]
The bridge opened in the spring of 1987. => DATE 1987-SP [the spring of 1987]
The bridge opened in 1987. => DATE 1987 [1987]
The bridge opened in late 1987. => DATE 1987 [late 1987] END
The bridge opened in mid-May. => DATE 2014-05 [mid-May] MID
The bridge opened in early March. => DATE 2014-03 [early March] START
Construction began in the 1990s. => DATE 199 [the 1990s]
Construction began in the late 1980s. => DATE 198 [the late 1980s] END
Construction began in the '60s. => DATE 196 [the '60s]
Music of the sixties was played. => DATE 196 [the sixties]
It was built in the 19th century. => DATE 18 [the 19th century]
It was built in the early 20th century. => DATE 19 [the early 20th century] START
A twentieth-century design won. => DATE 19 [twentieth-century]
The temple dates from 218 BC. => DATE BC0218 [218 BC]
The temple dates from 44 B.C. at most. => DATE BC0044 [44 B.C.]
Rain fell in April and May 2013. => DATE 2013-04 [April]; DATE 2013-05 [May 2013]
The fair runs 6-7 January. => DATE 2014-01-06 [6]; DATE 2014-01-07 [7 January]
The fair ran from January 6 to 9. => DATE 2014-01-06 [January 6]; DATE 2014-01-09 [9]
The fair ran between 3 and 5 May. => DATE 2014-05-03 [3]; DATE 2014-05-05 [5 May]
He governed from 2001 to 2006. => DATE 2001 [2001]; DATE 2006 [2006]
He governed 2001-2006. => DATE 2001 [2001]; DATE 2006 [2006]
He governed in 2001-06. => DATE 2001 [2001]; DATE 2006 [06]
They met on May 4 and 5. => DATE 2014-05-04 [May 4]; DATE 2014-05-05 [5]
They met on May 4, 5 and 6. => DATE 2014-05-04 [May 4]; DATE 2014-05-05 [5]; DATE 2014-05-06 [6]
Results are due on July 1, 2015. => DATE 2015-07-01 [July 1, 2015]
It happened on 2014-05-09. => DATE 2014-05-09 [2014-05-09]
It happened on 2014-05-09T13:45:00Z. => TIME 2014-05-09T13:45:00Z [2014-05-09T13:45:00Z]
It happened on 2014/05/09. => DATE 2014-05-09 [2014/05/09]
The log says 20140509. => DATE 2014-05-09 [20140509]
It happened on 5/9/2014. => DATE 2014-05-09 [5/9/2014]
It happened on 25/12/2013. => DATE 2013-12-25 [25/12/2013]
It happened on 25.12.2013. => DATE 2013-12-25 [25.12.2013]
The memo of 5/9/14 was lost. => DATE 2014-05-09 [5/9/14]
Nobody forgot 9/11. => DATE 2001-09-11 [9/11]
The offer expires at 5 p.m. EST Nov. 9. => TIME 2014-11-09T17:00 [5 p.m. EST Nov. 9]
The offer expires at midnight Friday. => TIME 2014-05-16T24:00 [midnight Friday]
The shop opens at 9 a.m. tomorrow. => TIME 2014-05-15T09:00 [9 a.m. tomorrow]
The shop opened at 10:30 a.m. on Monday. => TIME 2014-05-12T10:30 [10:30 a.m.]; DATE 2014-05-12 [Monday]
The alarm rang at 17:45. => TIME 2014-05-14T17:45 [17:45]
The alarm rang at six o'clock. => TIME 2014-05-14T06:00 [six o'clock]
The alarm rang at half past five. => TIME 2014-05-14T05:30 [half past five]
They met at noon. => TIME 2014-05-14T12:00 [noon]
They left at 5pm. => TIME 2014-05-14T17:00 [5pm]
Trading began at 08:30 GMT. => TIME 2014-05-14T08:30Z [08:30 GMT]
The talks resumed this morning. => TIME 2014-05-14TMO [this morning]
The talks resumed last night. => TIME 2014-05-13TNI [last night]
The talks resume tonight. => TIME 2014-05-14TNI [tonight]
The talks ended yesterday. => DATE 2014-05-13 [yesterday]
The talks ended yesterday afternoon. => TIME 2014-05-13TAF [yesterday afternoon]
The talks end tomorrow. => DATE 2014-05-15 [tomorrow]
They met on the morning of June 5. => TIME 2014-06-05TMO [the morning of June 5]
They met in the morning. => TIME 2014-05-14TMO [the morning]
They met early Friday. => DATE 2014-05-09 [early Friday] START
They met early Friday morning. => TIME 2014-05-09TMO [early Friday morning] START
They met late on Thursday. => DATE 2014-05-08 [late on Thursday] END
The day before yesterday it rained. => DATE 2014-05-12 [The day before yesterday]
The day after tomorrow it may rain. => DATE 2014-05-16 [The day after tomorrow]
It rained last week. => DATE 2014-W19 [last week]
It rained this week. => DATE 2014-W20 [this week]
It may rain next week. => DATE 2014-W21 [next week]
It rained last month. => DATE 2014-04 [last month]
It rained last year. => DATE 2013 [last year]
It rained this year. => DATE 2014 [this year]
It rained last May. => DATE 2013-05 [last May]
It will rain this September. => DATE 2014-09 [this September]
It rained last summer. => DATE 2013-SU [last summer]
It rained this spring. => DATE 2014-SP [this spring]
It rained over the weekend. => DATE 2014-W19-WE [the weekend]
It rained last weekend. => DATE 2014-W19-WE [last weekend]
It will rain next weekend. => DATE 2014-W21-WE [next weekend]
It rained earlier this month. => DATE 2014-05 [earlier this month] START
It rained earlier this year. => DATE 2014 [earlier this year] START
It will end later this year. => DATE 2014 [later this year] END
It rained late last week. => DATE 2014-W19 [late last week] END
It ended at the end of last month. => DATE 2014-04 [the end of last month] END
It will end by the end of the year. => DATE 2014 [the end of the year] END
It ended at the beginning of 2012. => DATE 2012 [the beginning of 2012] START
It ended in the middle of April. => DATE 2014-04 [the middle of April] MID
Sales rose in the first half of 2013. => DATE 2013-H1 [the first half of 2013]
Sales rose in the second half of last year. => DATE 2013-H2 [the second half of last year]
Sales rose in the first quarter. => DATE 2014-Q1 [the first quarter]
Sales rose in the third quarter of 2012. => DATE 2012-Q3 [the third quarter of 2012]
Third-quarter sales rose. => DATE 2013-Q3 [Third-quarter]
Sales rose in Q3 2012. => DATE 2012-Q3 [Q3 2012]
Sales rose in the 2012 third quarter. => DATE 2012-Q3 [the 2012 third quarter]
Sales rose in this year's first quarter. => DATE 2014-Q1 [this year's first quarter]
The firm lost money in fiscal 2010. => DATE 2010 [fiscal 2010]
The firm lost money in fiscal year 2010. => DATE 2010 [fiscal year 2010]
The firm lost money in FY2011. => DATE 2011 [FY2011]
The year ended March 31 was good. => DURATION P1Y [The year]; DATE 2014-03-31 [March 31]
The quarter ended March 31 was good. => DATE 2014-Q1 [The quarter]; DATE 2014-03-31 [March 31]
Profit in the first quarter fell from the year-ago quarter. => DATE 2014-Q1 [the first quarter]; DATE 2013-Q1 [the year-ago quarter]
Profit in the first quarter doubled from a year earlier. => DATE 2014-Q1 [the first quarter]; DATE 2013-Q1 [a year earlier]
They met two years ago. => DATE 2012 [two years ago]
They met three weeks ago. => DATE 2014-W17 [three weeks ago]
They met ten days ago. => DATE 2014-05-04 [ten days ago]
They met about two years ago. => DATE 2012 [about two years ago] APPROX
They met more than a year ago. => DATE 2013 [more than a year ago] BEFORE
They met less than a month ago. => DATE 2014-04 [less than a month ago] AFTER
They met years ago. => DATE PAST_REF [years ago]
They met a few days ago. => DATE PAST_REF [a few days ago]
They met a decade ago. => DATE 200 [a decade ago]
He arrived on May 2. Three days later he left. => DATE 2014-05-02 [May 2]; DURATION P3D [Three days]
He arrived on May 2. The next day he left. => DATE 2014-05-02 [May 2]; DATE 2014-05-03 [The next day]
He arrived on May 2. That day it rained. => DATE 2014-05-02 [May 2]; DATE 2014-05-02 [That day]
He arrived on May 2. The following week he left. => DATE 2014-05-02 [May 2]; DATE 2014-W19 [The following week]
He arrived in March. He left later that month. => DATE 2014-03 [March]; DATE 2014-03 [later that month] END
He arrived in 2009. He left that year. => DATE 2009 [2009]; DATE 2009 [that year]
He stayed for two weeks. => DURATION P2W [two weeks]
He stayed for nearly forty years. => DURATION P40Y [nearly forty years] LESS_THAN
He stayed at least 30 days. => DURATION P30D [at least 30 days] EQUAL_OR_MORE
He stayed up to 180 days. => DURATION P180D [up to 180 days] EQUAL_OR_LESS
He stayed more than four hours. => DURATION PT4H [more than four hours] MORE_THAN
He stayed 2 1/2 years. => DURATION P2Y6M [2 1/2 years]
He stayed two and a half years. => DURATION P2Y6M [two and a half years]
He stayed a year and a half. => DURATION P1Y6M [a year and a half]
He stayed half an hour. => DURATION PT30M [half an hour]
He stayed several months. => DURATION PXM [several months]
He stayed for a couple of weeks. => DURATION P2W [a couple of weeks]
He stayed for weeks. => DURATION PXW [weeks]
He stayed a while. => DURATION PXX [a while]
The ten-year plan failed. => DURATION P10Y [ten-year]
The plan needs a 10-year loan. => DURATION P10Y [10-year]
The loan runs two to three weeks. => DURATION P2W [two to three weeks]
The siege lasted 900 days. => DURATION P900D [900 days]
It took twenty-four hours. => DURATION PT24H [twenty-four hours]
It took one hundred days. => DURATION P100D [one hundred days]
It took 1,000 days. => DURATION P1000D [1,000 days]
Over the past three years prices doubled. => DURATION P3Y [the past three years]
In the last two months prices fell. => DURATION P2M [the last two months]
In the next five years prices will fall. => DURATION P5Y [the next five years]
In recent years prices fell. => DATE PAST_REF [recent years]
In the coming weeks prices may fall. => DURATION PXW [the coming weeks]
Prices are low these days. => DATE PRESENT_REF [these days]
For the first nine months profit fell. => DURATION P9M [the first nine months]
The past year was hard. => DURATION P1Y [The past year]
The past decade was hard. => DURATION P1DE [The past decade]
She runs every day. => SET P1D [every day]
She runs every Tuesday. => SET XXXX-WXX-2 [every Tuesday]
She runs every two weeks. => SET P2W [every two weeks]
She runs each morning. => SET XXXX-XX-XXTMO [each morning]
She runs twice a week. => SET P1W [a week]
She runs on Mondays. => SET XXXX-WXX-1 [Mondays]
The paper appears daily. => SET P1D [daily]
Fees are paid annually. => SET P1Y [annually]
The city sells 300 tickets a day. => SET P1D [a day]
Ten trains per hour pass. => SET PT1H [per hour]
Shops close at Christmas. => DATE 2013-12-25 [Christmas]
Shops closed on Christmas Day 2012. => DATE 2012-12-25 [Christmas Day 2012]
Shops closed on New Year's Eve. => DATE 2013-12-31 [New Year's Eve]
Shops close on Thanksgiving. => DATE 2013-11-28 [Thanksgiving]
Shops closed on Good Friday. => DATE 2014-04-18 [Good Friday]
Shops closed on Labor Day. => DATE 2013-09-02 [Labor Day]
She is now a minister. => DATE PRESENT_REF [now]
She is currently a minister. => DATE PRESENT_REF [currently]
She recently became a minister. => DATE PAST_REF [recently]
She may soon become a minister. => DATE FUTURE_REF [soon]
In the past, it worked. => DATE PAST_REF [the past]
Nobody knows the future. => DATE FUTURE_REF [the future]
They may march on the palace. => 
He may leave with 10 people. => 
The march began at the gate. => 
She came second, a fall of two places. => 
The fall of the wall was near. => 
It cost $1,990 or 2000 dollars. => 
A 22-year-old man was hurt. => 
The team won 3-2. => 
Some 1,500 people came. => 
Flight 1990 was late. => 
Both won in April. June Carter sang. => DATE 2014-04 [April]
The judge set a date a week from Friday. => DATE 2014-05-23 [a week from Friday]
Two weeks from now it will be over. => DATE 2014-W22 [Two weeks from now]
The week of March 10 was cold. => DATE 2014-W11 [The week of March 10]
Nineteen ninety-six was cold. => DATE 1996 [Nineteen ninety-six]
In two thousand four it was cold. => DATE 2004 [two thousand four]
The year 2000 was cold. => DATE 2000 [The year 2000]
It was due May 1 of last year. => DATE 2013-05-01 [May 1 of last year]
Prices fell in August of last year. => DATE 2013-08 [August of last year]
He left in May of that year. => DATE 2014-05 [May of that year]
By year-end it will be done. => DATE 2014 [year-end] END
He was born in 1947, the eldest of five. => DATE 1947 [1947]
The law of Oct. 23 was void. => DATE 2014-10-23 [Oct. 23]
The summer of 2012 was dry. => DATE 2012-SU [The summer of 2012]
Winter 2012 was dry. => DATE 2012-WI [Winter 2012]
In the summer it was dry. => DATE 2013-SU [the summer]
One Sunday in June it rained. => DATE 2014-05-11 [Sunday]; DATE 2013-06 [June]
Three-quarters of the town voted. => 
The town will one day vote. => DATE FUTURE_REF [one day]
The ruling came the same day. => DATE 2014-05-14 [the same day]
It opens in the first week of October 2014. => DATE 2014-W40 [the first week of October 2014]
The last day of October 2015 was warm. => DATE 2015-10-31 [The last day of October 2015]
The vote is on the third Tuesday of September 2014. => DATE 2014-09-16 [the third Tuesday of September 2014]
The 15th day of next month is a holiday. => DATE 2014-06-15 [The 15th day of next month]
It rained on Tuesday of last week. => DATE 2014-05-06 [Tuesday of last week]
The week after next will be dry. => DATE 2014-W22 [The week after next]
The year before last was dry. => DATE 2012 [The year before last]
It was the third straight month of losses. => DURATION P3M [the third straight month]
They stayed another week. => DURATION P1W [another week]
It lasted three hours, twenty minutes and five seconds. => DURATION PT3H20M5S [three hours, twenty minutes and five seconds]
It lasted two years and three months. => DURATION P2Y3M [two years and three months]
It lasted one and a quarter years. => DURATION P1Y3M [one and a quarter years]
It opens in two weeks. => DURATION P2W [two weeks]
Two weeks before May 13, 1999, it opened. => DURATION P2W [Two weeks]; DATE 1999-05-13 [May 13, 1999]
It opened on 31/Oct/1974. => DATE 1974-10-31 [31/Oct/1974]
It opened on Dec-2018 paper. => DATE 2018-12 [Dec-2018]
It opened in 11/2016. => DATE 2016-11 [11/2016]
It opened on Sunday 12/7/2014. => DATE 2014-12-07 [Sunday 12/7/2014]
It opened on may 27, 1979. => DATE 1979-05-27 [may 27, 1979]
The latter half of 1990 was dry. => DATE 1990-H2 [The latter half of 1990]
It will take until 1994 or later. => DATE 1994 [1994 or later] ON_OR_AFTER
May Day was dry. => DATE 2014-05-01 [May Day]
Profit fell from the same period last year. => DATE 2013 [the same period last year]
The day before it had rained. => 
In the weeks ahead it may rain. => DURATION PXW [the weeks ahead]
She left the year before. => DATE 2013 [the year before]
The 2010/11 season was long. => DATE 2010 [2010]; DATE 2011 [11]
The fee would be payable on a still undecided date in January. => DATE 2015-01 [January]
In September, it announced plans to buy a quarry. => DATE 2013-09 [September]
The mill agreed to buy a rival in October. => DATE 2014-10 [October]
The printed edition will appear on Friday. => DATE 2014-05-16 [Friday]
Grain fell to a five year low. => DURATION P5Y [five year]
The envoy had a three hour meeting with the guild. => DURATION PT3H [three hour]
Orders for the full year were flat. => DATE 2014 [the full year]
Sales rose in the first quarter. The latest period had two holidays. => DATE 2014-Q1 [the first quarter]; DATE 2014-Q1 [The latest period]
The ferry will be idle for two years or so. => DURATION P2Y [two years or so] APPROX
In the past it had two owners. => DATE PAST_REF [the past]
A merger is likely in the near future. => DATE FUTURE_REF [the near future]
They want to get around Wednesday's ruling. => DATE 2014-05-14 [Wednesday]
The council meets on Thursday, June 5: all are welcome. => DATE 2014-06-05 [Thursday, June 5]
This 6-year-old plays the organ. =>
The now-defunct tram line ran here. =>
They met last Thanksgiving and will meet next Christmas. => DATE 2013-11-28 [last Thanksgiving]; DATE 2014-12-25 [next Christmas]
It was their third day-long meeting. => DURATION P1D [day-long]
After a year-long siege the town fell. => DURATION P1Y [year-long]
The four previous weeks were dry. => DURATION P4W [The four previous weeks]
The line is closed right now. => DATE PRESENT_REF [right now]
See you this Sat. at the pier. => DATE 2014-05-17 [this Sat.]
The road was cleared three week ago. => DATE 2014-W17 [three week ago]
They waited 1/2 hour. => DURATION PT30M [1/2 hour]
She will return in one year and two months. => DURATION P1Y2M [one year and two months]
The nine day long parade ended. => DURATION P9D [The nine day long]
Sales rose in the third and fourth quarters of 2012. => DATE 2012-Q3 [the third]; DATE 2012-Q4 [fourth quarters of 2012]
Sales rose in the last quarter of 2012. => DATE 2012-Q4 [the last quarter of 2012]
Sales rose in the final quarter of last year. => DATE 2013-Q4 [the final quarter of last year]
Sales rose during the last quarter. => DATE 2014-Q1 [the last quarter]
Sales fell from the previous year's third quarter. => DATE 2013-Q3 [the previous year's third quarter]
Sales fell from the year-earlier nine months. => DURATION P9M [the year-earlier nine months]
The mill made money after several quarters of losses. => DURATION PXQ [several quarters]
Three quarters of the town voted. =>
Orders rose in the first quarter of the financial year. => DATE 2014-Q1 [the first quarter]; DATE 2014 [the financial year]
The bridge stood for half a century. => DURATION P50Y [half a century]
The bridge stood for a decade and a half. => DURATION P15Y [a decade and a half]
A week or so ago the pier burned. => DATE 2014-W19 [A week or so ago] APPROX
The clerks held that four days were too few. => DURATION P4D [four days]
It was the winter of nineteen ninety-four. => DATE 1994-WI [the winter of nineteen ninety-four]
She will leave at 4 in the morning. => TIME 2014-05-14T04:00 [4 in the morning]
They left at six o'clock in the evening. => TIME 2014-05-14T18:00 [six o'clock in the evening]
The ferry sank Monday off Wenlow at 18:00 UTC. => DATE 2014-05-12 [Monday]; TIME 2014-05-12T18:00Z [18:00 UTC]
The ferry sank Monday. It is 18:00 UTC. => DATE 2014-05-12 [Monday]; TIME 2014-05-14T18:00Z [18:00 UTC]
The guild can meet the challenges of the near term. => DATE FUTURE_REF [the near term]
The near term plan is bleak. =>
At the time Norland was at war, the pier burned. =>
The pier was closed at the time. => DATE PAST_REF [the time]
The clerk spoke on "This Week" in Wenlow. =>
The minister resigned as recently as last month. => DATE 2014-04 [last month]
Output will rise by 20% annually. =>
The march began as previously planned Saturday night. => TIME 2014-05-10TNI [Saturday night]
They gave the mill until July to pay. => DATE 2014-07 [July]
The fair in June costs a fortune. => DATE 2014-06 [June]
The mayor resigned in June. => DATE 2013-06 [June]
The mayor is running again in September. => DATE 2014-09 [September]
They want him to be "held to account." Police on Sunday said no charges were filed. => DATE 2014-05-11 [Sunday]
The family could not be reached on Sunday. => DATE 2014-05-11 [Sunday]
The zero-day flaw was mended. =>
She was named Hero of the Year by a weekly. => SET P1W [weekly]
The man, in his early 20s, was hurt. =>
The bank takes a charge in 4Q17 and in 1Q. => DATE 2017-Q4 [4Q17]; DATE 2014-Q1 [1Q]
"#;

const NARRATIVES: &str = r#"
On March 4, 1861, the fort fell. The next day it burned. => DATE 1861-03-04 [March 4, 1861]; DATE 1861-03-05 [The next day]
On March 4, 1861, the fort fell. On April 12 the war began. => DATE 1861-03-04 [March 4, 1861]; DATE 1861-04-12 [April 12]
In October 1955 he won. In May he left for a ten-day visit. => DATE 1955-10 [October 1955]; DATE 1956-05 [May]; DURATION P10D [ten-day]
The siege began on December 9, 1944. On January 31 it ended. => DATE 1944-12-09 [December 9, 1944]; DATE 1945-01-31 [January 31]
It began on 10 March 1975. The push was planned for 1976. On 11 March the town fell. => DATE 1975-03-10 [10 March 1975]; DATE 1976 [1976]; DATE 1975-03-11 [11 March]
In 218 BC he crossed the mountains. Two years later he won again. => DATE BC0218 [218 BC]; DATE BC0216 [Two years later]
1862: a hard year. On March 8 the ship sailed. On July 26 it sank. => DATE 1862 [1862]; DATE 1862-03-08 [March 8]; DATE 1862-07-26 [July 26]
The town fell in June 1863. By late summer it was rebuilt. => DATE 1863-06 [June 1863]; DATE 1863-SU [late summer] END
They met on 3 May 1941. That night the city burned. => DATE 1941-05-03 [3 May 1941]; TIME 1941-05-03TNI [That night]
They met on Monday, 5 May 1941. On Friday they parted. => DATE 1941-05-05 [Monday, 5 May 1941]; DATE 1941-05-09 [Friday]
He won in 1798. The following year he lost. => DATE 1798 [1798]; DATE 1799 [The following year]
It was founded in 1412 and closed in 1530. => DATE 1412 [1412]; DATE 1530 [1530]
He ruled from 1861 to 1865. => DATE 1861 [1861]; DATE 1865 [1865]
"We will win today," he said in 1915. => DATE PRESENT_REF [today]; DATE 1915 [1915]
The war of 1812 ended. Three months later peace came. => DATE 1812 [1812]; DATE FUTURE_REF [Three months later]
The city fell in April 480 BC. => DATE BC0480-04 [April 480 BC]
The league lasted from 478 to 404 BC. => DATE BC0478 [478]; DATE BC0404 [404 BC]
The war of 499-493 BC ended in spring 493 BC. => DATE BC0499 [499]; DATE BC0493 [493 BC]; DATE BC0493-SP [spring 493 BC]
Raids went on through the 470s BC. => DATE BC047 [the 470s BC]
Tolls were paid daily. => SET XXXX-XX-XX [daily]
"#;

/// Without a time of publication nothing relative is placed.
const UNPUBLISHED: &str = r#"
They met yesterday. => DATE XXXX-XX-XX [yesterday]
They met today. => DATE PRESENT_REF [today]
They met on Tuesday. => DATE XXXX-WXX-2 [Tuesday]
They met on May 9. => DATE XXXX-05-09 [May 9]
They met in May. => DATE XXXX-05 [May]
They met last week. => DATE XXXX-WXX [last week]
They met last year. => DATE XXXX [last year]
They met two years ago. => DATE PAST_REF [two years ago]
They met on May 9, 2014. The next day they parted. => DATE 2014-05-09 [May 9, 2014]; DATE 2014-05-10 [The next day]
They met at Christmas. => DATE XXXX-12-25 [Christmas]
They met this morning. => TIME XXXX-XX-XXTMO [this morning]
Sales rose in the third quarter. => DATE XXXX-Q3 [the third quarter]
"#;

/// Only digits are read.
const OTHER: &str = r#"
Le 2014-05-09, mardi 6 mai. => DATE 2014-05-09 [2014-05-09]
Am 25.12.2013 war Montag. => DATE 2013-12-25 [25.12.2013]
Um 2014-05-09T13:45. => TIME 2014-05-09T13:45 [2014-05-09T13:45]
Seit 1987, im may. =>
"#;
