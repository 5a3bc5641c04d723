#include "report/styles.h"

enum { INK = 0x1F1F1F, GREY = 0x6E6E6E };

const StyleSpec STYLES[STYLE_COUNT] = {
    [STYLE_TEXT] = {.size = 11, .ink = INK},
    [STYLE_WRAP] = {.size = 11, .ink = INK, .wrap = true},
    [STYLE_TITLE] = {.size = 18, .ink = MARK_COLOUR, .bold = true},
    [STYLE_HEADING] = {.size = 13, .ink = MARK_COLOUR, .bold = true, .ruled = true},
    [STYLE_LABEL] = {.size = 10, .ink = GREY, .wrap = true},
    [STYLE_HEADER] = {.size = 10,
                      .ink = INK,
                      .fill = 0xE7ECF2,
                      .bold = true,
                      .wrap = true,
                      .ruled = true},
    [STYLE_HEADER_RIGHT] = {.size = 10,
                            .ink = INK,
                            .fill = 0xE7ECF2,
                            .bold = true,
                            .wrap = true,
                            .right = true,
                            .indented = true,
                            .ruled = true},
    [STYLE_HEADER_TALL] = {.size = 10,
                           .ink = INK,
                           .fill = 0xE7ECF2,
                           .bold = true,
                           .ruled = true,
                           .upright = true,
                           .centred = true},
    [STYLE_STRONG] = {.size = 11, .ink = INK, .bold = true, .wrap = true},
    [STYLE_FIGURE] = {.size = 14, .ink = INK, .bold = true},
    [STYLE_NOTE] = {.size = 10, .ink = GREY, .wrap = true},
    [STYLE_QUOTE] = {.size = 11, .ink = INK, .wrap = true, .indented = true},
    [STYLE_FAINT] = {.size = 11, .ink = GREY, .italic = true},
    [STYLE_RIGHT] = {.size = 11, .ink = INK, .right = true},
    [STYLE_NONE] = {.size = 11, .ink = GREY, .right = true},
    [STYLE_CONTEXT] = {.size = 10, .ink = GREY, .wrap = true, .indented = true},
    [STYLE_LINK] = {.size = 11, .ink = MARK_COLOUR, .underlined = true},
    [STYLE_TOTAL] = {.size = 8, .ink = INK},
    [STYLE_ALERT] = {.size = 11, .ink = 0xA61C1C, .bold = true, .wrap = true},
    [STYLE_RULE] = {.size = 11, .ink = INK, .ruled = true},
    [STYLE_ENTRY] =
        {.size = 11, .ink = INK, .fill = 0xFFF9E3, .wrap = true, .ruled = true},
    [STYLE_MET] = {.size = 10, .ink = 0x1E5C33, .fill = 0xE3F1E6, .centred = true},
    [STYLE_PARTLY] = {.size = 10, .ink = 0x6B4A00, .fill = 0xFFF1CC, .centred = true},
    [STYLE_NOT_MET] =
        {.size = 10, .ink = 0x8A1C14, .fill = 0xF9DDD8, .bold = true, .centred = true},
    [STYLE_NOT_APPLICABLE] = {.size = 10, .ink = GREY, .centred = true},
    [STYLE_NOT_ASSESSABLE] =
        {.size = 10, .ink = GREY, .fill = 0xEFEFEF, .italic = true, .centred = true},
};

const char *const NUMBER_CODES[NUMBER_FORMATS] = {
    [NUMBER_COUNT] = "0_0",
    [NUMBER_SCORE] = "0.0_0",
    [NUMBER_GAIN] = "+0.0_0;-0.0_0;0.0_0",
    [NUMBER_WEIGHT] = "0.##_0",
    [NUMBER_POINTS] = "0.00_0",
    [NUMBER_SHARE] = "0\\ %_0",
    [NUMBER_DAY] = "yyyy\\-mm\\-dd",
};
