"""Numbers below a million in words, as one reads them to another: một nghìn hai trăm ba mươi tư."""

from cchc_metrics.labels import texts


def spoken(whole: int, decimals: str = "") -> str:
    """A whole number from 0 to 999 999, its decimals digit by digit: ``spoken(1, "234")`` -> «một phẩy hai ba tư»."""
    t = texts().questions
    words = _below_million(whole)
    if decimals:
        words += [t.point_word, *_digit_by_digit(decimals)]
    return " ".join(word for word in words if word)


def _digit_by_digit(digits: str) -> list[str]:
    t = texts().questions
    names = t.digits.split("|")
    words = [names[int(digit)] for digit in digits]
    if len(digits) > 1 and digits[-1] == "4":
        words[-1] = t.last_four
    return words


def _below_million(number: int) -> list[str]:
    t = texts().questions
    thousands, rest = divmod(number, 1000)
    if not thousands:
        return _below_thousand(rest, full=False)
    head = [*_below_thousand(thousands, full=False), t.thousand]
    return [*head, *_below_thousand(rest, full=True)] if rest else head


def _below_thousand(number: int, *, full: bool) -> list[str]:
    """full: that there are no hundreds is spoken, as behind a thousand (không trăm linh năm)."""
    t = texts().questions
    names = t.digits.split("|")
    hundreds, rest = divmod(number, 100)
    if not hundreds and not full:
        return _below_hundred(rest)
    head = [names[hundreds], t.hundred] if hundreds else [t.no_hundred]
    if not rest:
        return head
    return [*head, t.odd, names[rest]] if rest < 10 else [*head, *_below_hundred(rest)]


def _below_hundred(number: int) -> list[str]:
    t = texts().questions
    tens, ones = divmod(number, 10)
    if tens < 2:
        return [f"{t.digits}|{t.teens}".split("|")[number]]
    ten = t.tens.split("|")[tens - 2]
    return [ten, t.behind_ten.split("|")[ones - 1]] if ones else [ten]
