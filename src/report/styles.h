// What cells look like, by what they mean. Colours are RGB.
#ifndef REPORT_STYLES_H
#define REPORT_STYLES_H

#include <stdbool.h>
#include <stdint.h>

// What a cell means.
typedef enum {
    STYLE_TEXT,
    STYLE_WRAP, // text over several lines
    STYLE_TITLE,
    STYLE_HEADING,      // of a part of the page
    STYLE_LABEL,        // names what stands beside or below it
    STYLE_HEADER,       // of a table's column
    STYLE_HEADER_RIGHT, // the same, of a column of numbers; sheet_fit chooses it
    STYLE_HEADER_TALL,  // the same, read upwards
    STYLE_STRONG,
    STYLE_FIGURE,  // the numbers a page is about
    STYLE_NOTE,    // remarks in smaller type
    STYLE_QUOTE,   // words of a call
    STYLE_CONTEXT, // what was said around the quote
    STYLE_FAINT,   // there, but not to be relied on
    STYLE_RIGHT,   // text that lines up with numbers
    STYLE_NONE,    // stands where there is no number
    STYLE_LINK,
    STYLE_TOTAL, // small, of a narrow column
    STYLE_ALERT, // what must not be missed
    STYLE_RULE,  // an empty line to write on
    STYLE_ENTRY, // what people fill in
    STYLE_MET,
    STYLE_PARTLY,
    STYLE_NOT_MET,
    STYLE_NOT_APPLICABLE,
    STYLE_NOT_ASSESSABLE,
    STYLE_COUNT
} Style;

typedef enum {
    NUMBER_COUNT,  // 12
    NUMBER_SCORE,  // 78.5
    NUMBER_GAIN,   // +4.2
    NUMBER_WEIGHT, // 3, or 2.5
    NUMBER_POINTS, // 0.83
    NUMBER_SHARE,  // 0.62 is shown as 62 %
    NUMBER_DAY,    // milliseconds since 1970, shown as 2026-10-12
    NUMBER_FORMATS
} NumberFormat;

enum {
    EDGE_COLOUR = 0xBFBFBF, // of lines
    LINE_COLOUR = 0xDCDCDC, // between rows
    MARK_COLOUR = 0x1F4E79, // of words that stand out, bold
    BAR_COLOUR = 0xC5D5E6,
    LOW_COLOUR = 0xE39B5B, // behind 0; 100 is white: the lower, the darker in grey too
};

typedef struct {
    double size;        // of the type, in points
    uint32_t ink, fill; // fill 0 is none
    bool bold, italic, wrap, underlined;
    bool right, centred;
    bool indented; // from the side it begins at
    bool ruled;    // a line below
    bool upright;  // read upwards
} StyleSpec;

extern const StyleSpec STYLES[STYLE_COUNT];
// As spreadsheets write formats; "_0" leaves the width of a digit free at the right.
#define TEXT_CODE "@_0" // of text that lines up with numbers
extern const char *const NUMBER_CODES[NUMBER_FORMATS];

#endif
