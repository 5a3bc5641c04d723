"""A chart of bars as SVG, made by the bench for the README."""
WIDTH, ROW, LEFT, BAR = 720, 34, 270, 330


def draw(path, title, bars, note):
    """`bars`: (label, value, what to write beside the bar)."""
    height = 50 + ROW * len(bars) + 26
    most = max(value for _, value, _ in bars)
    lines = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" '
             'font-family="sans-serif" font-size="14" fill="#1f2933">',
             f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
             f'<text x="12" y="28" font-size="16" font-weight="bold">{title}</text>']
    for number, (label, value, beside) in enumerate(bars):
        top = 46 + ROW * number
        long = max(1.0, BAR * value / most)
        colour = "#2f6f9f" if "callmark" in label else "#b8c4ce"
        lines.append(f'<text x="{LEFT - 10}" y="{top + 17}" text-anchor="end">{label}</text>')
        lines.append(f'<rect x="{LEFT}" y="{top + 2}" width="{long:.1f}" height="22" fill="{colour}"/>')
        lines.append(f'<text x="{LEFT + long + 8:.1f}" y="{top + 18}">{beside}</text>')
    lines.append(f'<text x="12" y="{height - 10}" font-size="11" fill="#52606d">{note}</text>')
    with open(path, "w", encoding="utf-8") as out:
        out.write("\n".join(lines + ["</svg>", ""]))
