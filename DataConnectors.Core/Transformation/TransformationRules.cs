using System.Globalization;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation;

/// <summary>What must hold for the transformations of a field.</summary>
internal static class TransformationRules
{
    /// <summary>The most steps a field may have.</summary>
    public const int MostSteps = 20;

    /// <summary>Every broken rule, with paths such as <c>responseFields[2].transformations[0].settings.length</c>.</summary>
    public static IEnumerable<Problem> Check(ResponseField field, int index)
    {
        var path = $"responseFields[{index}].transformations";
        if (field.Transformations.Count > MostSteps)
        {
            yield return new(path, $"A field has at most {MostSteps} transformations.");
        }

        var hasExpression = false;
        for (var i = 0; i < field.Transformations.Count; i++)
        {
            var step = field.Transformations[i];
            var at = $"{path}[{i.ToString(CultureInfo.InvariantCulture)}]";
            if (TransformationCatalog.FindKind(step.Kind) is not { } kind)
            {
                yield return new(at + ".kind", Unknown(step.Kind));
                continue;
            }

            if (kind.IsExpression && hasExpression)
            {
                yield return new(
                    at,
                    "A field has at most one JavaScript expression. Put both into one, or do the rest with other transformations."
                );
            }

            hasExpression |= kind.IsExpression;
            var settings = new SettingsReader(kind.Descriptor, step.Settings);
            _ = kind.Compile(settings);
            foreach (
                var (name, message, severity) in settings.Faults.DistinctBy(fault => fault.Path)
            )
            {
                yield return new($"{at}.settings.{name}", message, severity);
            }
        }
    }

    private static string Unknown(string kind)
    {
        var nearest = TransformationCatalog
            .All.Select(known => known.Kind)
            .MinBy(known => Distance(kind, known))!;
        return Distance(kind, nearest) <= Math.Max(2, nearest.Length / 3)
            ? $"There is no such transformation. Did you mean {nearest}?"
            : $"There is no such transformation. The kinds are {string.Join(", ", TransformationCatalog.All.Select(known => known.Kind))}.";
    }

    /// <summary>How many letters have to be changed, added or removed.</summary>
    private static int Distance(string one, string other)
    {
        if (one.Length > 50)
        {
            return int.MaxValue;
        }

        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(
                    Math.Min(row[j] + 1, row[j - 1] + 1),
                    diagonal + (one[i - 1] == other[j - 1] ? 0 : 1)
                );
                diagonal = above;
            }
        }

        return row[^1];
    }
}
