#include "call/language_letters.h"

#include <stdbool.h>

// Unicode's blocks, as far as a call is likely to be in them.
const Script SCRIPTS[SCRIPT_COUNT] = {
    {0x370, 0x3FF, "el", 1},   {0x400, 0x52F, "ru", 1},   {0x530, 0x58F, "hy", 1},
    {0x590, 0x5FF, "he", 1},   {0x600, 0x77F, "ar", 1},   {0x900, 0x97F, "hi", 1},
    {0x980, 0x9FF, "bn", 1},   {0xA00, 0xA7F, "pa", 1},   {0xA80, 0xAFF, "gu", 1},
    {0xB80, 0xBFF, "ta", 1},   {0xC00, 0xC7F, "te", 1},   {0xC80, 0xCFF, "kn", 1},
    {0xD00, 0xD7F, "ml", 1},   {0xD80, 0xDFF, "si", 1},   {0xE00, 0xE7F, "th", 1},
    {0xE80, 0xEFF, "lo", 1},   {0x1000, 0x109F, "my", 1}, {0x10A0, 0x10FF, "ka", 1},
    {0x1200, 0x137F, "am", 1}, {0x1780, 0x17FF, "km", 1}, {0x3040, 0x30FF, "ja", 2},
    {0x4E00, 0x9FFF, "zh", 3}, {0xAC00, 0xD7A3, "ko", 2},
};

int script_of(uint32_t code) {
    for (int i = 0; code >= SCRIPTS[0].first && i < SCRIPT_COUNT; i++)
        if (code >= SCRIPTS[i].first && code <= SCRIPTS[i].last) return i;
    return LATIN;
}

uint32_t small_letter(uint32_t code) {
    if (code >= 0xC0 && code <= 0xDE && code != 0xD7) return code + 0x20;
    if (code == 0x130) return 'i';
    if (code == 0x178) return 0xFF;
    bool odd_capitals = (code >= 0x139 && code <= 0x148) ||
                        (code >= 0x179 && code <= 0x17E) || code == 0x1AF;
    bool in_pairs = (code >= 0x100 && code <= 0x17F) || code == 0x1A0 || code == 0x1AF ||
                    (code >= 0x218 && code <= 0x21B) ||
                    (code >= 0x1E00 && code <= 0x1EFF) || code == 0x490;
    if (in_pairs) return (code & 1) == odd_capitals ? code + 1 : code;
    if (code >= 0x400 && code <= 0x40F) return code + 0x50;
    return code >= 0x410 && code <= 0x42F ? code + 0x20 : code;
}
