using System.Globalization;
using System.Text.Json;
using DataConnectors.Core.People;

namespace DataConnectors.Core.Audiences;

/// <summary>Compares a stored value with what a condition names.</summary>
internal static class ConditionValues
{
    /// <summary>Whether the condition holds. Each negative comparison is the exact opposite of its positive one.</summary>
    public static bool Holds(AudienceCondition condition, StoredValue value, DateTimeOffset now) =>
        condition.Comparison switch
        {
            AudienceComparison.Is or AudienceComparison.InList => IsOneOf(value, condition.Values),
            AudienceComparison.IsNot or AudienceComparison.NotInList => !IsOneOf(
                value,
                condition.Values
            ),
            AudienceComparison.Contains => Contains(value, First(condition)),
            AudienceComparison.DoesNotContain => !Contains(value, First(condition)),
            AudienceComparison.StartsWith => TextOf(value) is { } text
                && First(condition) is { } start
                && text.StartsWith(start, StringComparison.OrdinalIgnoreCase),
            AudienceComparison.EndsWith => TextOf(value) is { } text
                && First(condition) is { } end
                && text.EndsWith(end, StringComparison.OrdinalIgnoreCase),
            AudienceComparison.GreaterThan => Order(value, First(condition)) > 0,
            AudienceComparison.AtLeast => Order(value, First(condition)) >= 0,
            AudienceComparison.LessThan => Order(value, First(condition)) < 0,
            AudienceComparison.AtMost => Order(value, First(condition)) <= 0,
            AudienceComparison.IsKnown => IsKnown(value),
            AudienceComparison.IsUnknown => !IsKnown(value),
            AudienceComparison.Before => StoredDate.Read(TextOf(value))?.CompareTo(Day(condition))
                < 0,
            AudienceComparison.On => StoredDate.Read(TextOf(value))?.CompareTo(Day(condition)) == 0,
            AudienceComparison.After => StoredDate.Read(TextOf(value))?.CompareTo(Day(condition))
                > 0,
            AudienceComparison.WithinLastDays => StoredDate.Read(TextOf(value))?.AgeInDays(now)
                is >= 0
                    and var age
                && age <= Days(condition),
            AudienceComparison.MoreThanDaysAgo => StoredDate.Read(TextOf(value))?.AgeInDays(now)
                > Days(condition),
            AudienceComparison.IsTrue => IsTruth(value, isTrue: true),
            AudienceComparison.IsFalse => IsTruth(value, isTrue: false),
            _ => false,
        };

    private static string? First(AudienceCondition condition) =>
        condition.Values.Count > 0 ? condition.Values[0] : null;

    private static DateOnly? Day(AudienceCondition condition) =>
        AudienceDay.TryRead(First(condition), out var day) ? day : null;

    private static double? Days(AudienceCondition condition) =>
        double.TryParse(
            First(condition),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var days
        )
            ? days
            : null;

    private static bool IsKnown(StoredValue value) =>
        value.Text is { } text
            ? text.Length > 0
            : value.Json.ValueKind switch
            {
                JsonValueKind.String => !value.Json.ValueEquals(""),
                JsonValueKind.Array => value.Json.GetArrayLength() > 0,
                JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => true,
                _ => false,
            };

    private static bool IsOneOf(StoredValue value, IReadOnlyList<string> wanted)
    {
        if (!IsKnown(value))
        {
            return false;
        }

        if (value.Text is null && value.Json.ValueKind == JsonValueKind.Array)
        {
            foreach (var element in value.Json.EnumerateArray())
            {
                if (IsOneOf(element, wanted))
                {
                    return true;
                }
            }

            return false;
        }

        return value.Text is { } text ? IsOneOf(text, wanted) : IsOneOf(value.Json, wanted);
    }

    private static bool IsOneOf(JsonElement scalar, IReadOnlyList<string> wanted)
    {
        switch (scalar.ValueKind)
        {
            case JsonValueKind.String:
                return IsOneOf(scalar.GetString()!, wanted);
            case JsonValueKind.Number:
                var written = scalar.GetRawText();
                foreach (var value in wanted)
                {
                    if (AudienceNumber.Compare(written, value) == 0)
                    {
                        return true;
                    }
                }

                return false;
            case JsonValueKind.True:
                return IsOneOf("true", wanted);
            case JsonValueKind.False:
                return IsOneOf("false", wanted);
            default:
                return false;
        }
    }

    private static bool IsOneOf(string text, IReadOnlyList<string> wanted)
    {
        foreach (var value in wanted)
        {
            if (value.Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Contains(StoredValue value, string? part) =>
        part is not null
        && (
            value.Text is null && value.Json.ValueKind == JsonValueKind.Array
                ? IsOneOf(value, [part])
                : TextOf(value) is { Length: > 0 } text
                    && text.Contains(part, StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>The text of a text or the digits of a number; null for all else.</summary>
    private static string? TextOf(StoredValue value) =>
        value.Text
        ?? value.Json.ValueKind switch
        {
            JsonValueKind.String => value.Json.GetString(),
            JsonValueKind.Number => value.Json.GetRawText(),
            _ => null,
        };

    private static int? Order(StoredValue value, string? other) =>
        AudienceNumber.Compare(TextOf(value), other);

    private static bool IsTruth(StoredValue value, bool isTrue) =>
        value.Text is null
        && value.Json.ValueKind == (isTrue ? JsonValueKind.True : JsonValueKind.False);
}
