/// Pieces of text that readers look for, or that writers of readers forget.
enum Tokens {
    static let numbers = [
        "0", "-0", "1", "-1", "00", "7", "12", "13", "29", "30", "31", "32", "60", "99", "100", "127", "128", "255",
        "256",
        "1799", "1800", "1899", "1900", "1904", "1919", "1920", "2000", "2100", "9999", "10000", "16383", "16384",
        "32767",
        "65535", "65536", "999999", "1048575", "1048576", "1048577", "2147483647", "2147483648", "4294967295",
        "4294967296", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "18446744073709551615",
        "18446744073709551616", "99999999999999999999999999999999", "1e308", "1e309", "-1e309", "1e-400", "1E5", "0.1",
        "0.30000000000000004", "1.7976931348623157e308", "4.9e-324", "NaN", "Infinity", "-inf", "0x1p3", "+5", "1,000",
        "45000", "45000.5", "2958465", "2958466", "60.999999999", "0.9999999999", "٣", "１２",
    ]
    static let dates = [
        "29/02/2013", "31/02/2019", "2019-02-30", "2019-13-01", "0000-00-00", "0001-01-01", "9999-12-31", "1900-01-00",
        "01/01/1900", "12-14.03.15", "2021-22", "2015-XX-XX", "201X", "19XX?", "1985-04-12T23:20:30Z",
        "1985-04-12T23:20:30+25:00", "2019-01-01T24:00:00", "2016-12-31T23:59:60Z", "../2015", "2015/..", "/",
        "{2015,2016}",
        "[..2015]", "about 2015", "same day", "two days later", "99999 years later", "aged 3", "aged 999", "-3 weeks",
        "Easter 2019", "summer 2018", "winter 2018", "March 2018 - June 2018", "2.30pm", "25:61", "2115 hrs",
        "not known", "?", "c. 1/2/3", "9 weeks", "1st-32nd May 2019", "1-2-3-4-5-6-7-8-9", "3/4/5/6", "2019W01",
        "Q4 2019",
        "\u{BD} term 2019", "Monday 30 February 2015",
    ]
    static let hostile = [
        "\0", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}", "\u{FFFD}", "\u{1F}", "\u{7F}", "\u{85}", "\u{A0}", "\u{200B}",
        "\u{202E}",
        "\u{2028}", "e\u{301}\u{301}\u{301}", "\u{301}", "\u{10FFFF}", "👩‍👩‍👧‍👦", "\r", "\n", "\r\n", "\n\r", "\t", "\u{0B}",
        "\u{0C}",
        "\"", "\"\"", "'", "`", ",", ";", "|", "\\", "\\\\", "/", "%", "%s%n", "=1+1", "@", "#", "&", "<", ">", "]]>",
        "--",
        "\u{1E9E}", "İ", "ǆ", "ﬀ", "\u{AD}",
    ]
    /// Bytes that are no UTF-8, and marks of encodings.
    static let bytes: [[UInt8]] = [
        [0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
        [0xE2, 0x82],
        [0x80], [0xFF], [0, 0], [0, 0xD8], [0xD8, 0, 0xD8, 0], [0x1A], [0x85], [0xA0],
    ]
    static let xml = [
        "<", "</", "/>", "<a>", "</a>", "<a/>", "<!--", "-->", "<![CDATA[", "]]>",
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?>",
        "<?xml version=\"1.1\"?>", "<?a b?>", "<!DOCTYPE a>", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;", "&amp;",
        "&lt;", "&#0;",
        "&#x10FFFF;", "&#xD800;", "&#9;", "&#10;", "&#13;", "&#1114112;", "&#99999999999;", " xmlns=\"urn:x\"",
        " xmlns:a=\"urn:x\"",
        "a:", " a=\"\"", " xml:space=\"preserve\"", "_x000D_", "_x0000_", "_xD800_", "_x005F_", "encoding=\"UTF-16\"",
        "encoding=\"windows-1252\"", "encoding=\"ISO-8859-1\"", "encoding=\"x\"",
    ]
    static let sheet = [
        "A1", "A0", "XFD1048576", "XFE1", "ZZZZ2", "A1048577", "A99999999999999999999", "B1:A1", "A1:XFD1048576", "A:A",
        "1:1", "$A$1", "a1",
        " r=\"A1\"", " r=\"XFD1048576\"", " t=\"s\"", " t=\"inlineStr\"", " t=\"d\"", " t=\"e\"", " t=\"b\"",
        " t=\"str\"", " t=\"n\"",
        " s=\"0\"", " s=\"4294967295\"", " s=\"-1\"", "<v>-1</v>", "<v>1e400</v>", "<v>99999999999</v>", "<v></v>",
        "<v/>",
        "<c r=\"C3\" t=\"s\"><v>0</v></c>", "<row r=\"1048576\">", "<row r=\"0\">", "<row>", "</row>",
        "<mergeCell ref=\"A1:XFD1048576\"/>", "<mergeCell ref=\"B2:A1\"/>", "<mergeCell ref=\"A1:A1048576\"/>",
        "<mergeCells>",
        "<dimension ref=\"A1:XFD1048576\"/>", "<f>1+1</f>", "<f t=\"shared\" si=\"0\"/>",
        "<f t=\"array\" ref=\"A1:B2\">",
        "date1904=\"1\"", "formatCode=\"[$-F800]dd/mm/yyyy\"", "formatCode=\"yyyy;;;;;\"",
        "formatCode=\"[h]:mm:ss.000\"",
        "formatCode=\"#,##0.00_);[Red](#,##0.00)\"", "formatCode=\"0.000000000000000000000000000000000000\"",
        "formatCode=\"# ?/?\"", "formatCode=\"0E+000\"", "formatCode=\"&quot;\"", "formatCode=\"[&lt;=100]0;@\"",
        "numFmtId=\"14\"",
        "numFmtId=\"4294967296\"", "state=\"veryHidden\"", "Target=\"../../../etc/passwd\"", "Target=\"/\"",
        "Target=\"\"",
        "TargetMode=\"External\"", "<phoneticPr/>", "<rPh sb=\"0\" eb=\"1\">", "<t xml:space=\"preserve\"> ", "<si>",
        "</si>", "<is>",
    ]
    static let word = [
        "<w:p>", "</w:p>", "<w:p/>", "<w:r>", "<w:t>", "</w:t>", "<w:t xml:space=\"preserve\"> ", "<w:tbl>", "</w:tbl>",
        "<w:tr>", "</w:tr>", "<w:tc>",
        "</w:tc>", "<w:tab/>", "<w:br/>", "<w:cr/>", "<w:gridSpan w:val=\"2\"/>",
        "<w:gridSpan w:val=\"99999999999999999999\"/>",
        "<w:gridSpan w:val=\"-1\"/>", "<w:gridSpan w:val=\"2147483647\"/>", "<w:gridBefore w:val=\"1000000\"/>",
        "<w:gridAfter w:val=\"9223372036854775807\"/>", "<w:vMerge/>", "<w:vMerge w:val=\"restart\"/>", "<w:hMerge/>",
        "<w:del>", "</w:del>", "<w:ins>", "</w:ins>",
        "<w:moveFrom>", "<w:moveTo>", "<w:sdt>", "<w:sdtContent>", "<w:txbxContent>", "<mc:AlternateContent>",
        "<mc:Fallback>",
        "<w:fldChar w:fldCharType=\"begin\"/>", "<w:fldChar w:fldCharType=\"end\"/>", "<w:instrText>",
        "<w:sym w:font=\"Symbol\" w:char=\"F0B7\"/>",
        "<w:sym w:char=\"FFFFFFFFF\"/>", "<w:vanish/>", "<w:footnoteReference w:id=\"1\"/>", "<w:tblHeader/>",
        "<w:numPr>", "<w:trPr>", "<w:tcPr>",
    ]
    static let json = [
        "{", "}", "[", "]", "[[[[[[[[", "]]]]]]]]", "{\"a\":", "null", "true", "false", "nul", "\"\"", "\"\\u0000\"",
        "\"\\uD800\"", "\"\\uDC00\\uD800\"",
        "\"\\uFFFF\"", "\\u0022", "\\", ",", ",,", ":", "-", "-0", "01", "1.", ".5", "1e", "1e5", "1e99999",
        "-1E-99999", "{}", "[]", "[{}]",
        "{\"Date\":\"1/2/2019\",\"Event\":\"x\"}", "\"Date\":", "\"Event\":", "\"Child\":", "//", "/*", "NaN", "'",
    ]
    static let fhir = [
        "\"resourceType\":\"Bundle\"", "\"resourceType\":\"Patient\"", "\"resourceType\":\"Encounter\"",
        "\"resourceType\":\"Observation\"",
        "\"resourceType\":\"Immunization\"", "\"resourceType\":\"Appointment\"", "\"resourceType\":\"x\"",
        "\"entry\":[]", "\"resource\":null",
        "\"reference\":\"Patient/1\"", "\"reference\":\"#\"", "\"reference\":\"\"", "\"period\":{\"start\":\"2019\"}",
        "\"status\":\"entered-in-error\"",
        "\"birthDate\":\"2019-02-30\"", "\"effectiveDateTime\":\"2019-02-03T04:05:06.789+14:00\"", "\"coding\":[]",
        "\"name\":[{}]",
    ]
    static let zip: [[UInt8]] = [
        [0x50, 0x4B, 3, 4], [0x50, 0x4B, 1, 2], [0x50, 0x4B, 5, 6], [0x50, 0x4B, 6, 6], [0x50, 0x4B, 6, 7],
        [0x50, 0x4B, 7, 8],
        [1, 0, 8, 0], [1, 0, 28, 0], [0xFF, 0xFF, 0xFF, 0xFF], [0xFF, 0xFF], [0, 0, 0, 0], [0xFF, 0xFF, 0xFF, 0x7F],
        [0, 0, 0, 0x80], Array("../".utf8),
        Array("xl/workbook.xml".utf8), Array("word/document.xml".utf8), Array("XL/".utf8),
    ]
    static let table = [
        "Date", "End date", "Event", "Child", "Children", "Time", "Family", "Id", "Name", "Role", "Date of birth",
        "Agency", "Impact", "Emotional impact",
        "Child's voice", "Decision", "Decision date", "Sequence", "Reference", "Disputed", "Recorded", "Category",
        "Label", "Covers from", "Also known as",
        "yes", "no", "all", "both", "unborn", "mother", "\"a\nb\"", "\n\n\n", ",,,,,,,,", "\t\t\t\t", ";;;;", "sep=;\n",
        "\"Date\",\"Event\"\n",
    ]
    static let chronology = [
        "<event id=\"a\">", "</event>", "<date/>", "<agency>", "<what>", "<about person=\"a\"/>",
        "<impact domain=\"emotional\">",
        "<voice child=\"a\">", "<read-from path=\"a\" line=\"1\"/>", "<undated>", "<rejected>", "<family>",
        "<person id=\"a\" child=\"true\" role=\"child\">",
        " rows=\"9223372036854775807\"", " events=\"-1\"", " line=\"-9223372036854775808\"", " part=\"0\"",
        " part=\"9223372036854775807\"",
        " edtf=\"2019-02-30\"", " edtf=\"9999-12-31\"", " edtf=\"../..\"", " as-of=\"9999-12-31\"",
        " as-of=\"0001-01-01\"", " sha256=\"\"", " text=\"\"",
        " path=\"\"", " read-as=\"25:00\"", "xmlns=\"urn:child-impact:chronology:1\"",
    ]

    /// The pieces for a reader; those that it alone looks for stand several times, so that they are taken more often.
    static func pieces(for reader: Reader) -> [[UInt8]] {
        let own: [String] =
            switch reader {
            case .csv, .ssd: table
            case .xlsx, .annexA, .worksheet: xml + sheet + sheet + table
            case .docx: xml + word + word + table
            case .json, .ndjson, .answers: json + json + table
            case .fhir: json + fhir + fhir
            case .chronology: xml + chronology + chronology
            case .cinCensus, .ssda903, .tool: xml + xml
            case .dates, .paragraphs: dates + dates
            case .zip: []
            }
        let texts = (numbers + dates + hostile + own + own).map { Array($0.utf8) }
        return texts + bytes + (reader == .zip ? zip + zip + zip + zip : [])
    }
}
