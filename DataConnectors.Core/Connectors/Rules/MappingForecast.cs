using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using DataConnectors.Core.Connectors.Mapping;
using DataConnectors.Core.CustomObjects;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using DataConnectors.Core.Transformation;

namespace DataConnectors.Core.Connectors.Rules;

/// <summary>
/// Foretells from the example what a mapping will meet, by what a run does with an answer. Rules are asked at each keystroke, so an
/// example is parsed once and every question about it is answered once.
/// </summary>
internal sealed class MappingForecast
{
    private const int MostObjects = 1_000;
    private const int MostAnswers = 2_000;
    private static readonly MappingForecast Unknown = new(example: null);
    private static readonly ConditionalWeakTable<ExampleResponse, MappingForecast> Known = [];
    private readonly ConcurrentDictionary<
        (string Objects, bool IsSingle, string Value, AttributeType? Type),
        Answer
    > answers = new();
    private readonly Lazy<JsonElement?> root;
    private readonly Lazy<FieldTree?> tree;

    private MappingForecast(ExampleResponse? example)
    {
        root = new(() => Parse(example));
        tree = new(() => root.Value is { } value ? FieldTree.Infer(value) : null);
    }

    /// <summary>The forecast of an example; of none, or one that is no 2xx answer with data, it foretells nothing.</summary>
    public static MappingForecast For(ExampleResponse? example) =>
        example is null
            ? Unknown
            : Known.GetValue(example, static uncached => new MappingForecast(uncached));

    /// <summary>The warning that the example has no such object; null when it has, or when nothing is known.</summary>
    public string? MissingObjects(ObjectPath objects) =>
        root.Value is not { } example
        || objects.IsEmptyIn(example)
        || Ask(objects, FieldPath.Root, type: null).Met > 0
            ? null
            : Missing(objects.ToString(), objects.ToString());

    /// <summary>What is wrong with an identity.</summary>
    public (string Message, ProblemSeverity Severity)? Identity(
        ObjectPath objects,
        FieldPath identity
    ) =>
        root.Value is null
            ? null
            : Judge(
                Ask(objects, identity, type: null),
                objects,
                identity,
                "an object is told apart by text or a number"
            );

    /// <summary>What is wrong with storing a value in an attribute.</summary>
    public (string Message, ProblemSeverity Severity)? Attribute(
        ObjectPath objects,
        FieldPath value,
        ObjectAttribute attribute
    ) =>
        root.Value is null
            ? null
            : Judge(
                Ask(objects, value, attribute.Type),
                objects,
                value,
                $"{attribute.Name} takes {AttributeValues.NameOf(attribute.Type)}"
            );

    private (string Message, ProblemSeverity Severity)? Judge(
        Answer answer,
        ObjectPath objects,
        FieldPath value,
        string wanted
    )
    {
        if (answer.Misfits == 0)
        {
            return answer.IsKnown || answer.Met == 0
                ? null
                : (
                    Missing(objects.Then(value).ToString(), value.ToString()),
                    ProblemSeverity.Warning
                );
        }

        var met = $"{answer.Position} {answer.Reason}, and {wanted}.";
        return answer.Fits == 0
            ? ($"In the example response {met}", ProblemSeverity.Error)
            : (
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"In {answer.Misfits:N0} of {answer.Fits + answer.Misfits:N0} objects of the example response it does not fit: {met} A run leaves such values out."
                ),
                ProblemSeverity.Warning
            );
    }

    private string Missing(string path, string shown)
    {
        var near = NearestName.To(path, Paths(tree.Value!.Root));
        return near is null
            ? $"The example response has no {shown}. If answers have it, correct the example."
            : $"The example response has no {shown}. Did you mean {near}?";
    }

    private static IEnumerable<string> Paths(FieldNode node) =>
        node.Children.SelectMany(child => (string[])[child.Path, .. Paths(child)]);

    private Answer Ask(ObjectPath objects, FieldPath value, AttributeType? type)
    {
        var question = (objects.ToString(), objects.IsSingle, value.ToString(), type);
        if (answers.TryGetValue(question, out var known))
        {
            return known;
        }

        // Half-typed paths are asked about as well, and their answers are of no use later.
        if (answers.Count >= MostAnswers)
        {
            answers.Clear();
        }

        return answers[question] = Find(objects, value, type);
    }

    private Answer Find(ObjectPath objects, FieldPath value, AttributeType? type)
    {
        var answer = new Answer();
        foreach (var found in objects.Find(root.Value!.Value).Take(MostObjects))
        {
            answer.Met++;
            var located = found.Misfit is null
                ? ValuePath.Locate(found.Value, value)
                : new FoundValue(default, found.Misfit);
            answer.IsKnown |= located.Value.ValueKind != JsonValueKind.Undefined;
            if (located.HasValue && MisfitOf(located.Value, type) is { } misfit)
            {
                located = new FoundValue(default, misfit);
            }

            if (located.Misfit is not null)
            {
                answer.Misfits++;
                answer.Reason ??= located.Misfit;
                answer.Position ??= objects.PositionOf(found.Index, value);
            }
            else if (located.HasValue)
            {
                answer.Fits++;
            }
        }

        return answer;
    }

    private static string? MisfitOf(JsonElement value, AttributeType? type) =>
        type is { } attribute
            ? AttributeValues.Convert(value, attribute).Failure
            : ObjectIdentity.Read(value).Failure;

    private static JsonElement? Parse(ExampleResponse? example) =>
        example is { Status: >= 200 and <= 299 }
        && ResponseParser
            .Parse(Encoding.UTF8.GetBytes(example.Body), example.ContentType)
            .TryGet(out var parsed, out _)
        && parsed.Root.ValueKind is not JsonValueKind.Null
            ? parsed.Root
            : null;

    /// <summary>What the objects of the example hold at a path.</summary>
    private sealed class Answer
    {
        public int Met { get; set; }

        public int Fits { get; set; }

        public int Misfits { get; set; }

        /// <summary>Whether the path leads to something, be it null.</summary>
        public bool IsKnown { get; set; }

        public string? Reason { get; set; }

        public string? Position { get; set; }
    }
}
