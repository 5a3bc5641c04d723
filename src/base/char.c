#include "base/char.h"

const char ASCII_WORD[0x100] = "................................"
                               "................xxxxxxxxxx......"
                               ".xxxxxxxxxxxxxxxxxxxxxxxxxx....x"
                               ".xxxxxxxxxxxxxxxxxxxxxxxxxx.....";

bool code_is_space(uint32_t code) {
    return code == ' ' || (code >= '\t' && code <= '\r') || code == 0x85 ||
           code == 0xa0 || code == 0x1680 || (code >= 0x2000 && code <= 0x200a) ||
           code == 0x2028 || code == 0x2029 || code == 0x202f || code == 0x205f ||
           code == 0x3000;
}

bool code_is_invisible(uint32_t code) {
    return code == 0xad || code == 0x180e || (code >= 0x200b && code <= 0x200f) ||
           (code >= 0x202a && code <= 0x202e) || (code >= 0x2060 && code <= 0x2069) ||
           code == 0xfeff;
}

bool code_is_sign(uint32_t code) {
    return (code >= 0x80 && code < 0xc0 && code != 0xaa && code != 0xb5 &&
            code != 0xba) ||
           code == 0xd7 || code == 0xf7 || (code >= 0x2000 && code < 0x2c00) ||
           (code >= 0x3000 && code < 0x3040) || (code >= 0xfe00 && code < 0xfe70) ||
           (code >= 0xff00 && code < 0xff10) || code == 0xfffd || code >= 0x1f000;
}

bool code_makes_word(uint32_t code) {
    if (code >= 0x80) return code >= 0xc0 && (code < 0x2000 || code > 0x206f);
    return (code >= '0' && code <= '9') || ((code | 0x20) >= 'a' && (code | 0x20) <= 'z');
}
