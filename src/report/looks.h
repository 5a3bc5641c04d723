// How what a cell means looks. Colours are RGB.
#ifndef REPORT_LOOKS_H
#define REPORT_LOOKS_H

#include "report/sheet.h"

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
} Look;

extern const Look LOOKS[STYLE_COUNT];
// As spreadsheets write formats; "_0" leaves the width of a digit free at the right.
#define TEXT_CODE "@_0" // of text that lines up with numbers
extern const char *const NUMBER_CODES[NUMBER_FORMATS];

#endif
