using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation.Kinds.Lists;

/// <summary>What an element is ordered by, read once: numbers before dates before text, nothing last in either direction.</summary>
internal readonly record struct SortKey(int Rank, decimal Number, string Text)
{
    private const int Nothing = 3;

    public static SortKey Of(FieldValue value)
    {
        if (value.TryNumber(out var number))
        {
            return new(0, number, "");
        }

        if (DateReader.TryRead(value, out var date))
        {
            return new(1, date.In(TimeZoneInfo.Utc).UtcTicks, "");
        }

        return value.TryText(out var text) ? new(2, 0, text) : new(Nothing, 0, "");
    }

    public int CompareTo(SortKey other, int sign)
    {
        if (Rank == Nothing || other.Rank == Nothing)
        {
            return Rank.CompareTo(other.Rank);
        }

        var order = Rank.CompareTo(other.Rank);
        order = order != 0 ? order : Number.CompareTo(other.Number);
        return sign
            * (
                order != 0
                    ? order
                    : string.Compare(Text, other.Text, StringComparison.OrdinalIgnoreCase)
            );
    }
}
