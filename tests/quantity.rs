//! Printed numbers are read exactly, printed without losing a digit, and never mistaken.
#![cfg(not(target_arch = "wasm32"))]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that panics says what is wrong"
)]

use Qualifier::{About, AtLeast, AtMost, Exact, More, Nearly, Over, Several, Under};
use news_explainer::locale::Language::{En, Zh};
use news_explainer::quantity::{
    Decimal, Noun, Qualifier, Quantity, Ratio, ReadErrorKind, Scale, Style, Unit, Value, digits_of, numerals_in,
};
use proptest::prelude::*;

/// As printed, canonical Chinese, English, amount in the base unit (or ISO date, or rank), unit, hedge.
#[rustfmt::skip]
static FORMS: &[(&str, &str, &str, &str, &str, Qualifier)] = &[
    ("179.94亿元", "179.94亿元", "CNY 17.994 billion", "17994000000", "元", Exact),
    ("179.94 亿元", "179.94亿元", "CNY 17.994 billion", "17994000000", "元", Exact),
    ("１７９．９４亿元", "179.94亿元", "CNY 17.994 billion", "17994000000", "元", Exact),
    ("179.94億元", "179.94亿元", "CNY 17.994 billion", "17994000000", "元", Exact),
    ("179.\n94 亿元", "179.94亿元", "CNY 17.994 billion", "17994000000", "元", Exact),
    ("95.6亿元", "95.6亿元", "CNY 9.56 billion", "9560000000", "元", Exact),
    ("95.60亿元", "95.60亿元", "CNY 9.560 billion", "9560000000", "元", Exact),
    ("416亿元", "416亿元", "CNY 41.6 billion", "41600000000", "元", Exact),
    ("9.08亿元", "9.08亿元", "CNY 908 million", "908000000", "元", Exact),
    ("811.63亿元", "811.63亿元", "CNY 81.163 billion", "81163000000", "元", Exact),
    ("217.6亿元", "217.6亿元", "CNY 21.76 billion", "21760000000", "元", Exact),
    ("3.8 亿元", "3.8亿元", "CNY 380 million", "380000000", "元", Exact),
    ("2.7亿元", "2.7亿元", "CNY 270 million", "270000000", "元", Exact),
    ("8000万元", "8000万元", "CNY 80 million", "80000000", "元", Exact),
    ("8000 万元", "8000万元", "CNY 80 million", "80000000", "元", Exact),
    ("1亿2000万元", "12000万元", "CNY 120 million", "120000000", "元", Exact),
    ("1.2万亿元", "1.2万亿元", "CNY 1.2 trillion", "1200000000000", "元", Exact),
    ("600元", "600元", "CNY 600", "600", "元", Exact),
    ("-3.5亿元", "-3.5亿元", "CNY −350 million", "-350000000", "元", Exact),
    ("3亿美元", "3亿美元", "USD 300 million", "300000000", "美元", Exact),
    ("5000万欧元", "5000万欧元", "EUR 50 million", "50000000", "欧元", Exact),
    ("20亿港元", "20亿港元", "HKD 2 billion", "2000000000", "港元", Exact),
    ("人民币3亿元", "3亿元", "CNY 300 million", "300000000", "元", Exact),
    ("¥3亿元", "3亿元", "CNY 300 million", "300000000", "元", Exact),
    ("六亿元", "六亿元", "CNY 600 million", "600000000", "元", Exact),
    ("一点二亿元", "一点二亿元", "CNY 120 million", "120000000", "元", Exact),
    ("一亿二千万元", "一亿两千万元", "CNY 120 million", "120000000", "元", Exact),
    ("超过 20 亿元", "超过20亿元", "more than CNY 2 billion", "2000000000", "元", Over),
    ("逾20亿元", "超过20亿元", "more than CNY 2 billion", "2000000000", "元", Over),
    ("突破20亿元", "超过20亿元", "more than CNY 2 billion", "2000000000", "元", Over),
    ("20余亿元", "20余亿元", "more than CNY 2 billion", "2000000000", "元", More),
    ("3亿多元", "3亿余元", "more than CNY 300 million", "300000000", "元", More),
    ("近20亿元", "近20亿元", "nearly CNY 2 billion", "2000000000", "元", Nearly),
    ("约20亿元", "约20亿元", "about CNY 2 billion", "2000000000", "元", About),
    ("20亿元左右", "约20亿元", "about CNY 2 billion", "2000000000", "元", About),
    ("20亿元以上", "20亿元以上", "at least CNY 2 billion", "2000000000", "元", AtLeast),
    ("不足20亿元", "不足20亿元", "under CNY 2 billion", "2000000000", "元", Under),
    ("不超过20亿元", "不超过20亿元", "at most CNY 2 billion", "2000000000", "元", AtMost),
    ("20亿元以内", "不超过20亿元", "at most CNY 2 billion", "2000000000", "元", AtMost),
    ("不足3%", "不足3%", "under 3%", "3", "%", Under),
    ("66%", "66%", "66%", "66", "%", Exact),
    ("66％", "66%", "66%", "66", "%", Exact),
    ("-3.5%", "-3.5%", "−3.5%", "-3.5", "%", Exact),
    ("百分之六十六", "百分之六十六", "66%", "66", "%", Exact),
    ("百分之零点五", "百分之零点五", "0.5%", "0.5", "%", Exact),
    ("七成", "七成", "70%", "70", "成", Exact),
    ("三分之二", "三分之二", "two-thirds", "66.666666666667", "", Exact),
    ("二分之一", "二分之一", "half", "50", "", Exact),
    ("千分之三", "千分之三", "3/1000", "0.3", "", Exact),
    ("万分之五", "万分之五", "5/10000", "0.05", "", Exact),
    ("29个百分点", "29个百分点", "29 percentage points", "29", "个百分点", Exact),
    ("1个百分点", "1个百分点", "1 percentage point", "1", "个百分点", Exact),
    ("半个百分点", "半个百分点", "0.5 percentage points", "0.5", "个百分点", Exact),
    ("2600余人", "2600余人", "more than 2,600 people", "2600", "人", More),
    ("2,600余人", "2600余人", "more than 2,600 people", "2600", "人", More),
    ("两千余人", "两千余人", "more than 2,000 people", "2000", "人", More),
    ("30余个", "30余个", "more than 30", "30", "个", More),
    ("三百多", "三百余", "more than 300", "300", "", More),
    ("十几", "十余", "more than ten", "10", "", More),
    ("数十", "数十", "dozens of", "10", "", Several),
    ("数百万人", "数百万人", "millions of people", "1000000", "人", Several),
    ("几家", "数家", "several", "1", "家", Several),
    ("500 家", "500家", "500", "500", "家", Exact),
    ("158家", "158家", "158", "158", "家", Exact),
    ("一百五十八家", "一百五十八家", "158", "158", "家", Exact),
    ("两家", "两家", "two", "2", "家", Exact),
    ("2家", "2家", "2", "2", "家", Exact),
    ("五个", "五个", "five", "5", "个", Exact),
    ("六大", "六大", "six", "6", "大", Exact),
    ("三大", "三大", "three", "3", "大", Exact),
    ("九大", "九大", "nine", "9", "大", Exact),
    ("15只", "15只", "15", "15", "只", Exact),
    ("479个", "479个", "479", "479", "个", Exact),
    ("11项", "11项", "11", "11", "项", Exact),
    ("300万块", "300万块", "3 million", "3000000", "块", Exact),
    ("64家", "64家", "64", "64", "家", Exact),
    ("300萬塊", "300万块", "3 million", "3000000", "块", Exact),
    ("兩家", "两家", "two", "2", "家", Exact),
    ("1次", "1次", "1 time", "1", "次", Exact),
    ("3倍", "3倍", "3 times", "3", "倍", Exact),
    ("2GWh", "2GWh", "2 GWh", "2000000000", "GWh", Exact),
    ("100MW", "100MW", "100 MW", "100000000", "MW", Exact),
    ("5亿千瓦时", "5亿千瓦时", "500 million kWh", "500000000000", "千瓦时", Exact),
    ("300千瓦", "300千瓦", "300 kW", "300000", "千瓦", Exact),
    ("20万千瓦", "20万千瓦", "200,000 kW", "200000000", "千瓦", Exact),
    ("3000度", "3000度", "3,000 kWh", "3000000", "度", Exact),
    ("60 万吨", "60万吨", "600,000 tonnes", "600000000", "吨", Exact),
    ("1万吨", "1万吨", "10,000 tonnes", "10000000", "吨", Exact),
    ("10 万平米", "10万平米", "100,000 m²", "100000", "平米", Exact),
    ("5平方公里", "5平方公里", "5 km²", "5000000", "平方公里", Exact),
    ("10万亩", "10万亩", "100,000 mu", "66666666.666666666667", "亩", Exact),
    ("3公顷", "3公顷", "3 ha", "30000", "公顷", Exact),
    ("500公斤", "500公斤", "500 kg", "500", "公斤", Exact),
    ("12公里", "12公里", "12 km", "12000", "公里", Exact),
    ("300米", "300米", "300 m", "300", "米", Exact),
    ("三年", "三年", "three years", "36", "年", Exact),
    ("一年", "一年", "one year", "12", "年", Exact),
    ("一年半", "一年半", "1.5 years", "18", "年", Exact),
    ("半年", "半年", "half a year", "6", "年", Exact),
    ("10年", "10年", "10 years", "120", "年", Exact),
    ("3个月", "3个月", "3 months", "3", "个月", Exact),
    ("3个半月", "3.5个月", "3.5 months", "3.5", "个月", Exact),
    ("3个多月", "3个多月", "more than 3 months", "3", "个月", More),
    ("三年多", "三年多", "more than three years", "36", "年", More),
    ("15天", "15天", "15 days", "1296000", "天", Exact),
    ("24小时", "24小时", "24 hours", "86400", "小时", Exact),
    ("30分钟", "30分钟", "30 minutes", "1800", "分钟", Exact),
    ("0.66", "0.66", "0.66", "0.66", "", Exact),
    ("1,234,567", "1234567", "1,234,567", "1234567", "", Exact),
    ("1.2万亿", "1.2万亿", "1.2 trillion", "1200000000000", "", Exact),
    ("3百万", "3百万", "3 million", "3000000", "", Exact),
    ("一万二", "一万两千", "12,000", "12000", "", Exact),
    ("一百零五", "一百零五", "105", "105", "", Exact),
    ("二〇二四", "两千零二十四", "2,024", "2024", "", Exact),
    ("30—50家", "30至50家", "30–50", "30..50", "家", Exact),
    ("3至5亿元", "3至5亿元", "CNY 300–500 million", "300000000..500000000", "元", Exact),
    ("3亿至5亿元", "3至5亿元", "CNY 300–500 million", "300000000..500000000", "元", Exact),
    ("3000万至5亿元", "3000万元至5亿元", "CNY 30–500 million", "30000000..500000000", "元", Exact),
    ("3%-5%", "3%至5%", "3–5%", "3..5", "%", Exact),
    ("两三家", "两至三家", "two–three", "2..3", "家", Exact),
    ("2028 年底", "2028年底", "end of 2028", "2028", "date", Exact),
    ("2028年底前", "2028年底前", "before the end of 2028", "2028", "date", Exact),
    ("2019 年", "2019年", "2019", "2019", "date", Exact),
    ("2019年2月", "2019年2月", "February 2019", "2019-02", "date", Exact),
    ("2019-02", "2019年2月", "February 2019", "2019-02", "date", Exact),
    ("2024-06-13", "2024年6月13日", "13 June 2024", "2024-06-13", "date", Exact),
    ("2024年6月13日", "2024年6月13日", "13 June 2024", "2024-06-13", "date", Exact),
    ("二〇二四年六月十三日", "二〇二四年六月十三日", "13 June 2024", "2024-06-13", "date", Exact),
    ("6 月 13 日", "6月13日", "13 June", "--06-13", "date", Exact),
    ("13日", "13日", "the 13th", "---13", "date", Exact),
    ("去年10月", "去年10月", "October last year", "", "date", Exact),
    ("去年", "去年", "last year", "", "date", Exact),
    ("明年年底", "明年底", "end of next year", "", "date", Exact),
    ("今年以来", "今年以来", "since this year", "", "date", Exact),
    ("截至2023年底", "截至2023年底", "as of the end of 2023", "2023", "date", Exact),
    ("约2022年", "约2022年", "about 2022", "2022", "date", About),
    ("2023年上半年", "2023年上半年", "first half of 2023", "2023", "date", Exact),
    ("前三季度", "前三季度", "first three quarters", "-", "date", Exact),
    ("第一季度", "一季度", "first quarter", "-", "date", Exact),
    ("10月中旬", "10月中旬", "middle of October", "--10", "date", Exact),
    ("1至6月", "1月至6月", "January to June", "--01..--06", "period", Exact),
    ("2019—2023年", "2019年至2023年", "2019 to 2023", "2019..2023", "period", Exact),
    ("6月13日至15日", "6月13日至6月15日", "13 June to 15 June", "--06-13..--06-15", "period", Exact),
    ("第十届", "第十届", "10th", "10", "rank 届", Exact),
    ("第10届", "第10届", "10th", "10", "rank 届", Exact),
    ("第一", "第一", "1st", "1", "rank ", Exact),
    ("一期", "一期", "phase 1", "1", "rank 期", Exact),
    ("二期", "二期", "phase 2", "2", "rank 期", Exact),
    ("CNY 17.994 billion", "179.94亿元", "CNY 17.994 billion", "17994000000", "元", Exact),
    ("CNY 908 million", "9.08亿元", "CNY 908 million", "908000000", "元", Exact),
    ("3 million pieces", "300万块", "3 million", "3000000", "块", Exact),
    ("more than 2,600 people", "超过2600人", "more than 2,600 people", "2600", "人", Over),
    ("under 3%", "不足3%", "under 3%", "3", "%", Under),
    ("29 percentage points", "29个百分点", "29 percentage points", "29", "个百分点", Exact),
    ("600,000 tonnes", "600000吨", "600,000 tonnes", "600000000", "吨", Exact),
    ("two-thirds", "三分之二", "two-thirds", "66.666666666667", "", Exact),
    ("CNY 300–500 million", "3至5亿元", "CNY 300–500 million", "300000000..500000000", "元", Exact),
    ("13 June 2024", "2024年6月13日", "13 June 2024", "2024-06-13", "date", Exact),
    ("June 13, 2024", "2024年6月13日", "13 June 2024", "2024-06-13", "date", Exact),
    ("Feb 2019", "2019年2月", "February 2019", "2019-02", "date", Exact),
    ("end of 2028", "2028年底", "end of 2028", "2028", "date", Exact),
    ("October last year", "去年10月", "October last year", "", "date", Exact),
];

fn read(text: &str) -> Value {
    Value::read(text).unwrap_or_else(|error| panic!("{text}: {error} at {}", error.offset))
}

fn decimal(text: &str) -> Decimal {
    Decimal::parse(text).unwrap_or_else(|| panic!("{text} is no decimal"))
}

/// Amount, unit and hedge of a value in the words of the table.
fn facts(value: &Value) -> (String, String, Qualifier) {
    let span = |from: String, to: String| from + ".." + &to;
    match value {
        Value::Quantity(one) => (one.base().plain(), one.unit.symbol().into(), one.qualifier),
        Value::Range { low, high } => {
            let amount = span(low.base().plain(), high.base().plain());
            (amount, high.unit.symbol().into(), high.qualifier)
        }
        Value::Date(date) => (date.iso().unwrap_or_default(), "date".into(), date.qualifier),
        Value::Period { from, to } => {
            let iso = span(from.iso().unwrap_or_default(), to.iso().unwrap_or_default());
            (iso, "period".into(), Exact)
        }
        Value::Ordinal(rank) => (rank.number.to_string(), format!("rank {}", rank.classifier), Exact),
    }
}

#[test]
fn every_printed_form_is_read_and_printed_as_the_table_says() {
    assert!(FORMS.len() >= 120);
    for (printed, zh, en, amount, unit, qualifier) in FORMS {
        let value = read(printed);
        assert_eq!(value.print(Zh), *zh, "Chinese of {printed}");
        assert_eq!(value.show(En, None), *en, "English of {printed}");
        let expected = ((*amount).to_owned(), (*unit).to_owned(), *qualifier);
        assert_eq!(facts(&value), expected, "meaning of {printed}");
        assert_eq!(read(zh), value, "{printed} printed as {zh}");
    }
}

#[test]
fn full_width_traditional_and_spaced_variants_read_the_same() {
    for (printed, ..) in FORMS.iter().filter(|(printed, ..)| !printed.is_ascii()) {
        let value = read(printed);
        let english = printed.chars().any(|letter| letter.is_ascii_lowercase());
        if english && !printed.chars().any(|letter| letter > '\u{3000}') {
            continue;
        }
        let widen = |letter: char| match letter {
            '!'..='~' => char::from_u32(u32::from(letter) + 0xFEE0).unwrap_or(letter),
            other => other,
        };
        assert_eq!(read(&printed.chars().map(widen).collect::<String>()), value, "wide {printed}");
        let mut spaced = String::new();
        let mut broken = String::new();
        let mut last = ' ';
        for letter in printed.chars() {
            let inside = |letter: char| letter.is_ascii_alphanumeric() || ('０'..='９').contains(&letter);
            if !(inside(last) && inside(letter)) {
                spaced.push('\u{A0}');
            }
            spaced.push(letter);
            broken.push(letter);
            broken.push('\n');
            last = letter;
        }
        assert_eq!(read(&spaced), value, "spaced {printed}");
        assert_eq!(read(&broken), value, "broken {printed}");
        let traditional = printed.replace('亿', "億").replace('万', "萬").replace('余', "餘");
        assert_eq!(read(&traditional), value, "traditional {printed}");
    }
}

#[test]
fn changing_any_digit_changes_the_value() {
    for (printed, ..) in FORMS {
        let value = read(printed);
        for (at, digit) in printed.char_indices().filter(|(_, letter)| letter.is_ascii_digit()) {
            for other in ('0'..='9').filter(|other| *other != digit) {
                let mut changed = (*printed).to_owned();
                changed.replace_range(at..=at, &other.to_string());
                assert_ne!(Value::read(&changed), Ok(value), "{printed} as {changed}");
            }
        }
    }
}

#[test]
fn the_page_sets_no_break_spaces_and_true_minus_signs() {
    let shown = |text: &str| read(text).show(Zh, None);
    assert_eq!(shown("27.5亿元"), "27.5\u{A0}亿元");
    assert_eq!(shown("超过20亿元"), "超过\u{A0}20\u{A0}亿元");
    assert_eq!(shown("不足3%"), "不足\u{A0}3%");
    assert_eq!(shown("2028年底"), "2028\u{A0}年底");
    assert_eq!(shown("2GWh"), "2\u{A0}GWh");
    assert_eq!(shown("六大"), "六大");
    assert_eq!(shown("-3.5%"), "\u{2212}3.5%");
    assert_eq!(read("-3.5%").show(En, None), "\u{2212}3.5%");
    for (printed, ..) in FORMS {
        assert_eq!(read(&read(printed).show(Zh, None)), read(printed));
    }
}

#[test]
fn english_takes_its_noun_from_the_document() {
    let noun = |one, other| Some(Noun { one, other });
    let shown = |text: &str, noun| read(text).show(En, noun);
    assert_eq!(shown("300万块", noun("piece", "pieces")), "3 million pieces");
    assert_eq!(shown("158家", noun("company", "companies")), "158 companies");
    assert_eq!(shown("1家", noun("company", "companies")), "1 company");
    assert_eq!(shown("六大", noun("major sector", "major sectors")), "six major sectors");
    assert_eq!(shown("第十届", noun("fair", "fairs")), "10th fair");
    assert_eq!(shown("30—50家", noun("firm", "firms")), "30\u{2013}50 firms");
    assert_eq!(read("六大").number_text(En), "six");
    assert_eq!(read("179.94亿元").number_text(Zh), "179.94");
    assert_eq!(read("179.94亿元").unit_text(Zh, None), "亿元");
    assert_eq!(read("179.94亿元").number_text(En), "17.994");
    assert_eq!(read("179.94亿元").unit_text(En, None), "CNY billion");
    assert_eq!(read("2019年2月").short(En, None), "Feb 2019");
    assert_eq!(read("2019年2月").short(Zh, None), "2019-02");
    assert_eq!(read("2023年底").short(En, None), "end-2023");
}

#[test]
fn units_switch_exactly_and_kinds_are_kept_apart() {
    let amount = |text: &str| read(text).quantity().unwrap();
    assert_eq!(amount("3.7亿元").in_scale(Scale::Wan).unwrap(), "37000万元");
    assert_eq!(amount("3.7亿元").in_scale(Scale::One).unwrap(), "370000000元");
    assert_eq!(amount("8000万元").in_scale(Scale::Yi).unwrap(), "0.8亿元");
    assert_eq!(amount("66%").in_scale(Scale::Wan), None);
    assert_eq!(amount("66%").ratio(), Ratio::new(66, 100).unwrap());
    assert_eq!(amount("三分之二").ratio(), Ratio::new(2, 3).unwrap());
    assert_eq!(amount("15亩").ratio(), Ratio::from_i64(10_000));
    let kind = |left: &str, right: &str| read(left).same_kind(&read(right));
    assert!(kind("3亿元", "5万元") && kind("66%", "七成") && kind("2GWh", "3000度"));
    assert!(kind("2人", "3名") && kind("2028年底", "去年"));
    assert!(!kind("3亿元", "3亿美元") && !kind("3家", "3个") && !kind("3%", "3个百分点"));
    assert!(read("两家").same_amount(&read("2家")) && read("0.8亿元").same_amount(&read("8000万元")));
    assert!(!read("20亿元").same_amount(&read("超过20亿元")));
    assert!(read("CNY 17.994 billion").same_amount(&read("179.94亿元")));
}

#[test]
fn what_cannot_be_read_says_why_and_where() {
    let cases = [
        ("", ReadErrorKind::Empty, 0),
        (" \n", ReadErrorKind::Empty, 0),
        ("亿元", ReadErrorKind::NoNumber, 0),
        ("超过", ReadErrorKind::NoNumber, 6),
        ("1,23亿元", ReadErrorKind::BadNumber, 0),
        ("3亿元吧", ReadErrorKind::UnknownUnit, 7),
        ("12 35个", ReadErrorKind::UnknownUnit, 3),
        ("13月", ReadErrorKind::NoSuchDate, 0),
        ("2023年2月29日", ReadErrorKind::NoSuchDate, 0),
        ("超过3家以下", ReadErrorKind::Contradiction, 0),
        ("5亿元至3亿元", ReadErrorKind::BackwardRange, 0),
        ("3吨至5公里", ReadErrorKind::MixedUnits, 0),
        ("99999999999999999999999999999999999999999元", ReadErrorKind::TooLarge, 0),
        ("999999999999999999999999万亿TWh", ReadErrorKind::TooLarge, 0),
    ];
    for (text, kind, offset) in cases {
        let error = Value::read(text).expect_err(text);
        assert_eq!((error.kind, error.offset), (kind, offset), "{text}");
        assert!(error.message(Zh) != error.message(En) && error.to_string() == error.message(En));
    }
}

#[test]
fn numerals_are_found_and_ordinary_words_are_left_alone() {
    let found = |text: &str| -> Vec<String> {
        let all = numerals_in(text).into_iter();
        all.map(|(start, end, _)| text[start..end].to_owned()).collect()
    };
    let words = "统一部署，一些企业，第三方，万一，千万别，百姓，四周，八方，十分，一体化，唯一，第一时间，\
                 上半年，半导体，零售，一个，四川，third-party, one";
    assert_eq!(found(words), Vec::<String>::new());
    assert_eq!(found("其中两家，六大板块、九大专业镇"), ["两", "六", "九"]);
    assert_eq!(found("三方合作 158 家，３家，三分之二"), ["三", "158", "３", "三分之二"]);
    assert_eq!(found("百分之六十六，七成，一半，一百五十八"), ["百分之六十六", "七", "半", "一百五十八"]);
    assert_eq!(
        found("half of twelve, two-thirds, a dozen, CNY 17.994"),
        ["half", "twelve", "two", "thirds", "dozen", "17.994"]
            .iter()
            .filter(|word| **word != "two")
            .copied()
            .collect::<Vec<_>>()
    );
    assert_eq!(numerals_in("两家，半年")[0], (0, 3, Some(decimal("2"))));
    assert_eq!(numerals_in("两家，半年")[1].2, Some(decimal("0.5")));
}

#[test]
fn quotations_are_compared_by_what_their_numbers_say() {
    let same = |left: &str, right: &str| assert_eq!(digits_of(left), digits_of(right), "{left} {right}");
    same("两家", "2 家");
    same("158 家运营公司", "１５８家");
    same("179.\n94 亿元", "179.94亿元");
    same("两千余人", "2000余人");
    same("1亿2000万元", "12000万元");
    same("8000 万元", "0.8亿元");
    same("CNY 17.994 billion", "179.94亿元");
    assert_eq!(digits_of("其中 124 家是开发区，34 家是第三方"), ["124", "34"]);
    assert_eq!(digits_of("三分之二、数十家、一家"), ["2/3", "数10", "1"]);
    assert_ne!(digits_of("179.94万元"), digits_of("179.94亿元"));
    for (printed, zh, _, _, unit, _) in FORMS {
        if *unit != "period" && !printed.is_ascii() && !printed.contains(['半', '季']) {
            same(printed, zh);
        }
    }
}

/// Nothing is timed: a search that looked back would take minutes here instead of a second.
#[test]
fn a_hundred_kilobytes_of_junk_take_linear_time() {
    let short = ["十", "两三", "至", "百分之", "3至", "百万亿", "third ", " ", "不", "万分之"];
    let long = ["一", "9", "1,", "2024-"];
    let texts = short.map(|piece| (piece, 10_000)).into_iter().chain(long.map(|piece| (piece, 100_000)));
    for (piece, length) in texts {
        let text = piece.repeat(length / piece.len());
        assert!(Value::read(&text).is_err(), "{piece} repeated");
        assert!(numerals_in(&text).len() <= length && digits_of(&text).len() <= length);
    }
}

#[test]
fn fractions_compare_and_round_at_the_edge_of_what_fits() {
    let huge = Ratio::new(i128::MAX, 3).unwrap();
    let next = Ratio::new(i128::MAX - 1, 3).unwrap();
    assert!(huge > next && Ratio::new(-1, 3).unwrap() < Ratio::ZERO);
    assert_eq!(huge.mul(huge), None);
    assert_eq!(Ratio::new(1, i128::MAX).unwrap().round(5).plain(), "0.00000");
    assert_eq!(Ratio::new(56, 159).unwrap().round_percent().plain(), "35");
    assert_eq!(Ratio::new(1, 8).unwrap().round(2).plain(), "0.13");
    assert_eq!(Ratio::new(-1, 8).unwrap().round(2).plain(), "-0.13");
    assert_eq!(Ratio::new(5, 1000).unwrap().round_percent().plain(), "1");
    assert!(huge.round(30).to_f64().is_finite() && huge.to_f64().is_finite());
    assert!(Decimal::parse("170141183460469231731687303715884105727").is_some());
    assert!(Decimal::parse("170141183460469231731687303715884105728").is_none());
}

/// Decimals by the schoolbook: a sign, digits from the smallest, and places.
#[derive(Clone, Debug, PartialEq)]
struct Paper {
    negative: bool,
    digits: Vec<u8>,
    places: usize,
}

impl Paper {
    fn of(decimal: Decimal) -> Paper {
        let text = decimal.plain();
        let digits = text.bytes().rev().filter(u8::is_ascii_digit).map(|digit| digit - b'0').collect();
        Paper { negative: text.starts_with('-'), digits, places: decimal.places().into() }.tidy()
    }

    fn tidy(mut self) -> Paper {
        while self.places > 0 && self.digits.first() == Some(&0) {
            self.digits.remove(0);
            self.places -= 1;
        }
        while self.digits.last() == Some(&0) {
            self.digits.pop();
        }
        if self.digits.is_empty() {
            return Paper { negative: false, digits: vec![], places: 0 };
        }
        self
    }

    fn widened(&self, places: usize) -> Vec<u8> {
        let mut digits = vec![0; places - self.places];
        digits.extend(&self.digits);
        digits
    }

    fn times(&self, other: &Paper) -> Paper {
        let mut digits = vec![0; self.digits.len() + other.digits.len() + 1];
        for (low, left) in self.digits.iter().enumerate() {
            let mut carry = 0;
            for high in 0..=other.digits.len() {
                let sum = digits[low + high] + left * other.digits.get(high).unwrap_or(&0) + carry;
                (digits[low + high], carry) = (sum % 10, sum / 10);
            }
        }
        let negative = self.negative != other.negative;
        Paper { negative, digits, places: self.places + other.places }.tidy()
    }

    fn plus(&self, other: &Paper) -> Paper {
        let places = self.places.max(other.places);
        let (mut left, mut right) = (self.widened(places), other.widened(places));
        let length = left.len().max(right.len()) + 1;
        left.resize(length, 0);
        right.resize(length, 0);
        let larger = left.iter().rev().ge(right.iter().rev());
        let (big, small, negative) = if larger { (left, right, self.negative) } else { (right, left, other.negative) };
        let sign: i8 = if self.negative == other.negative { 1 } else { -1 };
        let mut carry = 0_i8;
        let mut digits = Vec::new();
        for (one, two) in big.iter().zip(&small) {
            let sum = one.cast_signed() + sign * two.cast_signed() + carry;
            carry = sum.div_euclid(10);
            digits.push(sum.rem_euclid(10).cast_unsigned());
        }
        Paper { negative, digits, places }.tidy()
    }
}

fn any_decimal() -> impl Strategy<Value = Decimal> {
    (any::<i64>(), 0_u8..=18, 0_u32..=18)
        .prop_map(|(mantissa, places, shorter)| Decimal::new((mantissa / 10_i64.pow(shorter)).into(), places).unwrap())
}

fn any_quantity() -> impl Strategy<Value = Quantity> {
    let units: Vec<Unit> = Unit::all().chain([Unit::Part(3), Unit::Part(7), Unit::Part(1000)]).collect();
    let scales: Vec<Scale> = Scale::all().collect();
    let number =
        (1_i64..99_999, 0_u8..=3).prop_map(|(mantissa, places)| Decimal::new(mantissa.into(), places).unwrap());
    let style = prop_oneof![Just(Style::Arabic), Just(Style::Chinese)];
    let qualifier = proptest::sample::select(Qualifier::ALL.to_vec());
    (number, proptest::sample::select(scales), proptest::sample::select(units), qualifier, style)
        .prop_map(|(number, scale, unit, qualifier, style)| Quantity { number, scale, unit, qualifier, style })
        .prop_filter_map("only what a newspaper can print", printable)
}

/// A scale word belongs to counts and amounts; Chinese numerals carry their own below 万; 数 stands for
/// a power of ten; 余 follows whole numbers; and an Arabic number with a scale like 十 is not written.
fn printable(mut quantity: Quantity) -> Option<Quantity> {
    let share = matches!(quantity.unit, Unit::Percent | Unit::Tenth | Unit::Part(_) | Unit::PercentagePoint);
    if share {
        quantity.scale = Scale::One;
    }
    if matches!(quantity.unit, Unit::Part(_)) || matches!(quantity.qualifier, More | Several) {
        quantity.number = Decimal::from_i64(i64::try_from(quantity.number.mantissa()).unwrap());
    }
    if quantity.style == Style::Chinese || quantity.qualifier == Several {
        let own = [Scale::One, Scale::Wan, Scale::Yi, Scale::WanYi];
        quantity.scale = own.into_iter().find(|scale| scale.power() >= quantity.scale.power()).filter(|_| !share)?;
        let limit = decimal(if quantity.unit.symbol() == "年" { "999" } else { "9999" });
        quantity.number = if quantity.number > limit { decimal("12") } else { quantity.number };
    }
    if quantity.qualifier == Several {
        quantity.style = Style::Chinese;
        quantity.number = Decimal::from_i64(10_i64.pow(quantity.number.mantissa().rem_euclid(4).try_into().unwrap()));
    }
    // 数千瓦 is several kilowatts, 5千米 would be kilometres, and 1999年 is a date.
    let thousand = (quantity.scale.word().ends_with('千') || quantity.qualifier == Several)
        && ["米", "克", "瓦"].iter().any(|unit| quantity.unit.symbol().starts_with(unit));
    let year = quantity.unit.symbol() == "年" && quantity.scale == Scale::One && quantity.number >= decimal("1600");
    let several_share = quantity.qualifier == Several && share;
    (!thousand && !year && !several_share).then_some(quantity)
}

proptest! {
    #[test]
    fn decimals_agree_with_sums_on_paper(left in any_decimal(), right in any_decimal()) {
        let (on_left, on_right) = (Paper::of(left), Paper::of(right));
        if let Some(sum) = left.add(right) {
            prop_assert_eq!(Paper::of(sum), on_left.plus(&on_right));
            prop_assert_eq!(sum.sub(right), Some(left));
        }
        if let Some(product) = left.mul(right) {
            prop_assert_eq!(Paper::of(product), on_left.times(&on_right));
            prop_assert_eq!(Ratio::from(left).mul(Ratio::from(right)), Some(Ratio::from(product)));
        }
        prop_assert_eq!(left == right, on_left == on_right);
        prop_assert_eq!(left.cmp(&right), Ratio::from(left).cmp(&Ratio::from(right)));
        prop_assert_eq!(Decimal::parse(&left.plain()), Some(left));
        prop_assert_eq!(Decimal::parse(&left.grouped()), Some(left));
        prop_assert!(left.to_f64().is_finite());
    }

    #[test]
    fn arithmetic_refuses_rather_than_overflows(left in any::<i128>(), right in any::<i128>(), places in 0_u8..=40, power in any::<i32>()) {
        if let (Some(left), Some(right)) = (Decimal::new(left, places), Decimal::new(right, 38 - places.min(38))) {
            let _ = (left.add(right), left.sub(right), left.mul(right), left.shift10(power), left.cmp(&right), left.plain());
            prop_assert!(left.to_f64().is_finite());
            if let Some(shifted) = left.shift10(power % 50) {
                prop_assert_eq!(shifted.shift10(-(power % 50)), Some(left));
            }
        }
        if let (Some(left), Some(right)) = (Ratio::new(left, right), Ratio::new(right, left)) {
            let _ = (left.add(right), left.sub(right), left.mul(right), left.div(right), left.round(places), left.round_percent());
            prop_assert_eq!(left.cmp(&right), right.cmp(&left).reverse());
            prop_assert!(left.to_f64().is_finite());
        }
    }

    #[test]
    fn what_is_printed_reads_back_as_itself(quantity in any_quantity()) {
        let value = Value::Quantity(quantity);
        let text = value.print(Zh);
        let again = read(&text);
        prop_assert_eq!(again, value, "{}", text);
        prop_assert_eq!(read(&value.show(Zh, None)), value);
        prop_assert_eq!(read(&again.print(Zh)), again);
    }

    #[test]
    fn english_says_the_same_amount(quantity in any_quantity()) {
        let countable = !matches!(quantity.unit, Unit::Counter(_)) && !matches!(quantity.qualifier, More | Several);
        let value = Value::Quantity(quantity);
        let text = value.show(En, None);
        if countable && !text.contains("half") && !text.contains('/') {
            let back = Value::read(&text);
            prop_assert!(back.is_ok_and(|back| back.same_amount(&value)), "{} {:?}", text, back);
        }
    }

    #[test]
    fn two_amounts_that_differ_are_printed_differently(left in any_quantity(), right in any_quantity()) {
        let (one, two) = (Value::Quantity(left), Value::Quantity(right));
        prop_assert_eq!(one == two, one.print(Zh) == two.print(Zh));
        for changed in [Quantity { unit: right.unit, ..left }, Quantity { scale: right.scale, ..left }, Quantity { qualifier: right.qualifier, ..left }] {
            if changed != left && printable(changed) == Some(changed) {
                prop_assert_ne!(Value::Quantity(changed).print(Zh), one.print(Zh));
                prop_assert_ne!(read(&Value::Quantity(changed).print(Zh)), one);
            }
        }
    }

    #[test]
    fn whatever_reads_at_all_reads_back_as_itself(pieces in proptest::collection::vec(proptest::sample::select(PIECES.to_vec()), 1..7)) {
        let text = pieces.concat();
        if let Ok(value) = Value::read(&text) {
            let printed = value.print(Zh);
            prop_assert_eq!(Value::read(&printed), Ok(value), "{} printed {}", text, printed);
            prop_assert!(!value.show(En, None).is_empty());
        }
    }

    #[test]
    fn no_text_at_all_makes_it_panic(text in any::<String>()) {
        let _ = (Value::read(&text), digits_of(&text));
        for (start, end, _) in numerals_in(&text) {
            prop_assert!(start < end && text.get(start..end).is_some());
        }
    }

    #[test]
    fn numerals_lie_in_order_and_on_characters(pieces in proptest::collection::vec(proptest::sample::select(PIECES.to_vec()), 1..20)) {
        let text = pieces.concat();
        let mut last = 0;
        for (start, end, _) in numerals_in(&text) {
            prop_assert!(last <= start && start < end && text.get(start..end).is_some(), "{}", text);
            last = end;
        }
        let _ = digits_of(&text);
    }
}

/// Pieces that make likely and unlikely texts when strung together.
static PIECES: &[&str] = &[
    "1",
    "2",
    "0",
    "12",
    "3.5",
    "1,234",
    "2024",
    "2019",
    "06",
    "一",
    "二",
    "两",
    "三",
    "五",
    "十",
    "百",
    "千",
    "万",
    "亿",
    "零",
    "〇",
    "点",
    "半",
    "数",
    "几",
    "余",
    "多",
    "来",
    "百分之",
    "分之",
    "万分之",
    "%",
    "成",
    "个百分点",
    "元",
    "美元",
    "人民币",
    "¥",
    "家",
    "个",
    "人",
    "吨",
    "平米",
    "亩",
    "GWh",
    "千瓦",
    "千瓦时",
    "米",
    "年",
    "月",
    "日",
    "个月",
    "天",
    "小时",
    "季度",
    "上半年",
    "底",
    "初",
    "中旬",
    "前",
    "以来",
    "截至",
    "去年",
    "今年",
    "第",
    "期",
    "届",
    "约",
    "超过",
    "近",
    "不足",
    "至少",
    "以上",
    "以下",
    "左右",
    "至",
    "到",
    "-",
    "—",
    "~",
    "/",
    ".",
    ",",
    " ",
    "\n",
    "負",
    "负",
    "two",
    " million",
    " billion",
    "CNY ",
    "more than ",
    " people",
    "half",
    " third",
    "June ",
    "end of ",
    "last year",
];
