using System.Globalization;
using DataConnectors.Core.Connectors;

namespace DataConnectors.Core.Agent.Extracting;

/// <summary>Judges how well a number of a message fits an input, and writes it as the input wants it.</summary>
internal static class NumberFit
{
    /// <summary>The value and how well it fits; null when it does not.</summary>
    public static (string Value, double Score)? Of(
        ReadingContext context,
        ValueSpan span,
        InputTraits traits,
        IReadOnlyDictionary<string, double> weights
    )
    {
        var message = context.Message;
        if (span.Kind is SpanKind.Date or SpanKind.Time)
        {
            return PartOf(span, traits);
        }

        if (span.Number is not { } number || Converted(number, traits) is not { } value)
        {
            return null;
        }

        if (
            traits.Input.Type == DataInputType.Number
            && value.Contains('.', StringComparison.Ordinal)
        )
        {
            if (!value.TrimEnd('0').EndsWith('.'))
            {
                return null;
            }

            value = value[..value.IndexOf('.', StringComparison.Ordinal)];
        }

        var tokens = message.Tokens;
        var from = message.TokenAt(span.Start);
        var to = message.TokenAt(span.End);
        var score = traits.Input.IsRequired ? 3.6 : 2.6;
        score += Named(tokens, from, to, number, weights, message);
        score += Measured(number, traits);
        score += Directed(tokens, from, to, traits);
        score += OfTotal(tokens, from, traits);
        score += Counted(context, from, to, number, traits);
        if (number.IsYearLike)
        {
            score +=
                traits.NameHas("year") || traits.NameHas("season") ? 3
                : IsYearPlace(tokens, from) ? -5
                : 0;
        }
        else if (
            traits.NameHas("year")
            && traits.Dimension != Dimension.None
            && !IsSpan(traits)
            && number.Unit is null
        )
        {
            score -= 3;
        }

        if (number.IsWeak && number.Unit?.Dimension != traits.Dimension)
        {
            score -= 2;
        }

        if (traits.IsFraction && !number.IsPercent)
        {
            score += number.Value is >= 0 and <= 1 ? 1.5 : -2.5;
        }

        if (number.IsSpelled && !number.IsWeak)
        {
            // "the two legs are 6 and 8"
            var isCount = from > 0 && tokens[from - 1].Folded is "the" or "these" or "those";
            score -= isCount ? 1.5 : 0.4;
        }

        if (number.IsOrdinal)
        {
            score -= 2;
        }

        if (traits.IsIdentifier && !number.IsSpelled && number.Text.Length < 2)
        {
            score -= 2;
        }

        return (value, score);
    }

    /// <summary>The number in the input's unit, percentages as fractions where those are wanted; null when a unit forbids it.</summary>
    public static string? Converted(SpokenNumber number, InputTraits traits)
    {
        if (number.IsPercent && traits.IsFraction)
        {
            return Written(number.Value / 100);
        }

        if (
            number.Unit is { } unit
            && traits.Unit is { } wanted
            && unit.Dimension == wanted.Dimension
            && unit.Factor > 0
            && wanted.Factor > 0
            && unit.Factor != wanted.Factor
        )
        {
            var converted = (double)number.Value * unit.Factor / wanted.Factor;
            var digits = traits.Input.Type == DataInputType.Number ? 0 : 9;
            return Math.Abs(converted) < 1e15
                ? Written(Math.Round((decimal)converted, digits))
                : null;
        }

        return number.Text;
    }

    private static double Named(
        IReadOnlyList<MessageToken> tokens,
        int from,
        int to,
        SpokenNumber number,
        IReadOnlyDictionary<string, double> weights,
        PreparedMessage message
    )
    {
        var before = Labels.Before(tokens, from, weights);
        var after = Labels.After(tokens, to, weights);
        if (number.Unit is not null)
        {
            // "10 meters high": the unit stands between.
            after = Math.Max(
                after,
                Labels.After(
                    tokens,
                    message.TokenAt(number.UnitStart + number.UnitLength),
                    weights,
                    reach: 3
                )
            );
        }

        return Math.Max(4.5 * before, 4 * after) + 0.5 * Math.Min(before, after);
    }

    private static double Measured(SpokenNumber number, InputTraits traits)
    {
        var wanted = traits.Dimension;
        var given =
            number.IsPercent ? Dimension.Ratio
            : number.IsMoney ? Dimension.Money
            : number.Unit?.Dimension ?? Dimension.None;
        if (given is Dimension.None or Dimension.Generic)
        {
            return wanted is Dimension.None ? 0 : -0.3;
        }

        if (wanted == Dimension.None)
        {
            return given == Dimension.Money
                && traits.NameHas("amount", "total", "sum", "valu", "bill", "loan", "invest")
                    ? 2
                : given is Dimension.Money or Dimension.Ratio ? -1
                : given is Dimension.Time or Dimension.Calendar ? -0.8
                : -0.2;
        }

        if (wanted == Dimension.Money && number.Unit is { Name: "pound" or "pounds" })
        {
            return 3.5;
        }

        if (wanted == given)
        {
            return
                number.Unit is { } unit && traits.Unit is { } named && unit.Factor == named.Factor
                ? 4.5
                : 3.5;
        }

        return (wanted, given) switch
        {
            (Dimension.Temperature, Dimension.Degree)
            or (Dimension.Degree, Dimension.Temperature) => 3.2,
            (Dimension.Time, Dimension.Calendar) or (Dimension.Calendar, Dimension.Time) =>
                traits.Unit is null ? 1 : -3,
            // A pound is money and mass.
            (Dimension.Money, Dimension.Mass) or (Dimension.Mass, Dimension.Money) => -1,
            _ => -6,
        };
    }

    private static double Directed(
        IReadOnlyList<MessageToken> tokens,
        int from,
        int to,
        InputTraits traits
    )
    {
        if (traits.Role == PairRole.None)
        {
            return 0;
        }

        var role = PairRoles.At(tokens, from, to);
        return role == PairRole.None ? 0
            : role == traits.Role ? 3
            : -3;
    }

    // "5 out of 20": what follows is the whole.
    private static double OfTotal(
        IReadOnlyList<MessageToken> tokens,
        int from,
        InputTraits traits
    ) =>
        from > 0
        && (
            tokens[from - 1].Folded is "from"
            || (from > 1 && tokens[from - 2].Folded is "out" && tokens[from - 1].Folded is "of")
        )
        && traits.Has("total")
            ? 4
            : 0;

    private static double Counted(
        ReadingContext context,
        int from,
        int to,
        SpokenNumber number,
        InputTraits traits
    )
    {
        if (
            !traits.NameHas(
                "limit",
                "count",
                "top",
                "n",
                "num",
                "number",
                "result",
                "max",
                "size",
                "length",
                "quantiti"
            )
            || traits.Input.Name.Length == 1
            || number.Unit is not null
            || number.IsMoney
            || number.IsPercent
        )
        {
            return 0;
        }

        var tokens = context.Message.Tokens;
        var before = from > 0 ? tokens[from - 1].Folded : "";
        return before is "top" or "first" or "best" or "last" or "latest" or "next" or "about" ? 4
            : to < tokens.Count && context.IsSubject(tokens[to].Stem) ? 3.2
            : FunctionWords.Commands.Contains(before) || before is "me" ? 3
            : before is "the" or "of" ? 2
            : number.IsSpelled || number.Value < 100 ? 0.8
            : 0;
    }

    private static (string Value, double Score)? PartOf(ValueSpan span, InputTraits traits)
    {
        if (traits.Input.Type != DataInputType.Number)
        {
            return null;
        }

        if (span.Date is { } date)
        {
            var part =
                traits.NameHas("year") ? date.Year
                : traits.Input.Name.EndsWith("month", StringComparison.OrdinalIgnoreCase)
                    ? date.Month
                : traits.Input.Name.EndsWith("day", StringComparison.OrdinalIgnoreCase) ? date.Day
                : null;
            return part is { } value ? (value.ToString(CultureInfo.InvariantCulture), 7) : null;
        }

        if (span.Time is { } time)
        {
            return traits.Input.Name.EndsWith("hour", StringComparison.OrdinalIgnoreCase)
                    ? (time.Hour.ToString(CultureInfo.InvariantCulture), 7)
                : traits.Input.Name.EndsWith("minute", StringComparison.OrdinalIgnoreCase)
                    ? (time.Minute.ToString(CultureInfo.InvariantCulture), 7)
                : null;
        }

        return null;
    }

    private static bool IsYearPlace(IReadOnlyList<MessageToken> tokens, int from) =>
        from > 0
        && tokens[from - 1].Folded
            is "in"
                or "since"
                or "of"
                or "year"
                or "from"
                or "until"
                or "before"
                or "after"
                or "the";

    private static bool IsSpan(InputTraits traits) =>
        traits.NameHas("term", "period", "per", "number", "num", "investment", "loan")
        || traits.NameStems.Contains("year") && traits.Input.Name.EndsWith('s')
        || traits.Input.Name.Contains("years", StringComparison.OrdinalIgnoreCase);

    private static string Written(decimal value) =>
        value.ToString("0.############", CultureInfo.InvariantCulture);
}
