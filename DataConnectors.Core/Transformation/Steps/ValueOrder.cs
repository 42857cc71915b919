namespace DataConnectors.Core.Transformation.Steps;

/// <summary>Compares values: numbers by size, dates by time, other text by its letters without regard to case.</summary>
internal static class ValueOrder
{
    /// <summary>Less than, equal to or greater than zero; null when the two cannot be compared.</summary>
    public static int? Compare(FieldValue one, FieldValue other)
    {
        var areNumbers = (one.TryNumber(out var first), other.TryNumber(out var second));
        if (areNumbers is not (false, false))
        {
            return areNumbers is (true, true) ? first.CompareTo(second) : null;
        }

        var areDates = (
            DateReader.TryRead(one, out var early),
            DateReader.TryRead(other, out var late)
        );
        if (areDates is not (false, false))
        {
            return areDates is (true, true)
                ? early.In(TimeZoneInfo.Utc).CompareTo(late.In(TimeZoneInfo.Utc))
                : null;
        }

        return one.TryText(out var text) && other.TryText(out var with)
            ? string.Compare(text, with, StringComparison.OrdinalIgnoreCase)
            : null;
    }

    /// <summary>Whether two scalars are the same: 1 and 1.0 are, and so are a number and its text.</summary>
    public static bool AreEqual(FieldValue one, FieldValue other, bool ignoresCase) =>
        one.TryNumber(out var first) && other.TryNumber(out var second)
            ? first == second
            : one.TryText(out var text)
                && other.TryText(out var with)
                && string.Equals(
                    text,
                    with,
                    ignoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal
                );
}
