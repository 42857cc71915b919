using System.Text.Json;
using DataConnectors.Core.Agent.Extracting;
using DataConnectors.Core.Agent.Language;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Execution;

namespace DataConnectors.Core.Agent.Composing;

/// <summary>
/// Says in a few sentences what a connector answered. Reads <see cref="ShapedResponse.Root"/> and nothing else of the answer, so
/// what restriction removed cannot be said.
/// </summary>
internal static class AnswerComposer
{
    private const int FirstFacts = 3;
    private const int MoreFacts = 3;
    private const int PlainFacts = 6;
    private const int ItemsPerList = 3;
    private const int MaxLists = 2;

    /// <summary>The answer to <paramref name="question"/>; plain text of at most about five sentences.</summary>
    public static string Compose(
        ConnectorDefinition definition,
        string question,
        IReadOnlyDictionary<string, string> inputs,
        ShapedResponse? shaped,
        RawResponse? response = null
    )
    {
        // A status that is merely expected, such as a 404, does not say that anything was done.
        var isWrite = definition.Method.IsWrite() && response is not { IsSuccess: false };
        var root = shaped?.Root ?? default;
        var (content, listLabel) = Unwrap(root);
        var ranking = new FactRanking(question);
        var found = content.ValueKind switch
        {
            JsonValueKind.Object => SayObject(
                content,
                ranking,
                Subject(definition, inputs),
                inputs,
                isWrite
            ),
            JsonValueKind.Array => SayList(content, listLabel, ranking, inputs, isWrite),
            JsonValueKind.Undefined or JsonValueKind.Null => null,
            _ => ScalarText.Read("", content, currency: null) is { } fact
                ? Clauses.Sentence($"here is what I found: {fact.Text}")
                : null,
        };
        if (isWrite)
        {
            return found is null ? "Done." : $"Done. {found}";
        }

        return found ?? NothingFound(definition, inputs);
    }

    /// <summary>That nothing was found for these values.</summary>
    public static string NothingFound(
        ConnectorDefinition definition,
        IReadOnlyDictionary<string, string> inputs
    )
    {
        var given = SayInputs(definition, inputs);
        return given.Length == 0
            ? "I looked, but nothing was found."
            : $"I looked, but nothing was found for {given}. Please check it and try again.";
    }

    /// <summary>"order ID 1042 and email ada@example.com": the values that Fin collected.</summary>
    public static string SayInputs(
        ConnectorDefinition definition,
        IReadOnlyDictionary<string, string> inputs
    ) =>
        Clauses.Join([
            .. definition
                .DataInputs.Where(input => inputs.ContainsKey(input.Name))
                .Select(input =>
                    $"{FieldLabels.Of(input.Name)} {PlainText.Clean(inputs[input.Name], 120)}"
                ),
        ]);

    private static string? SayObject(
        JsonElement content,
        FactRanking ranking,
        Fact? subject,
        IReadOnlyDictionary<string, string> inputs,
        bool isWrite
    )
    {
        var facts = ResponseFacts.Read(content);
        if (facts.IsEmpty)
        {
            return null;
        }

        // What the person said themselves is not news.
        var news = facts
            .Values.Where(fact =>
                !inputs.Values.Contains(fact.Raw, StringComparer.OrdinalIgnoreCase)
                || fact.Kind is FactKind.YesOrNo or FactKind.Money
            )
            .ToList();
        var asked = news.Where(fact => fact.Kind != FactKind.Missing)
            .Select(fact => (Fact: fact, Relevance: ranking.Relevance(fact)))
            .Where(pair => pair.Relevance >= 1)
            .OrderByDescending(pair => pair.Relevance + (0.1 * FactRanking.Importance(pair.Fact)))
            .Select(pair => pair.Fact)
            .Take(FirstFacts)
            .ToList();
        var others = news.Except(asked)
            .Where(fact => FactRanking.Importance(fact) >= 1)
            .OrderByDescending(FactRanking.Importance)
            .Take(asked.Count == 0 ? PlainFacts : MoreFacts)
            .ToList();
        if (asked.Count == 0 && others.Count == 0)
        {
            others = [.. news.Where(fact => fact.Kind != FactKind.Missing).Take(PlainFacts)];
        }

        var sentences = AskedButMissing(news, ranking).ToList();
        var isAnswered = asked.Count > 0 || sentences.Count > 0;
        var first = isAnswered ? asked : others;
        if (first.Count > 0)
        {
            var start = subject is null ? "" : $"for {subject.Label} {subject.Text}, ";
            sentences.Add(Clauses.Sentence(start + Clauses.Join(Say(first))));
        }

        sentences.AddRange(SayLists(facts, ranking));
        if (isAnswered && others.Count > 0)
        {
            sentences.Add(Clauses.Sentence("also, " + Clauses.Join(Say(others))));
        }

        if (sentences.Count == 0)
        {
            // The answer only repeats what was asked for: it exists.
            return isWrite || subject is null
                ? null
                : Clauses.Sentence($"I found {subject.Label} {subject.Text}");
        }

        return string.Join(' ', sentences);
    }

    private static List<string> Say(List<Fact> facts) => facts.ConvertAll(Clauses.Say);

    private static IEnumerable<string> AskedButMissing(List<Fact> news, FactRanking ranking) =>
        news.Where(fact => fact.Kind == FactKind.Missing && ranking.Relevance(fact) >= 3)
            .Take(1)
            .Select(fact => $"There is no {fact.Label} yet.");

    private static IEnumerable<string> SayLists(Facts facts, FactRanking ranking) =>
        facts
            .Lists.Where(list =>
                list.Count > 0
                || ranking.Relevance(list) >= 3
                || facts.Lists.Count == 1 && facts.Values.Count == 0
            )
            .OrderByDescending(ranking.Relevance)
            .Take(MaxLists)
            .Select(list => Clauses.Say(list, ItemsPerList, ranking.Mentions));

    private static string? SayList(
        JsonElement content,
        string? label,
        FactRanking ranking,
        IReadOnlyDictionary<string, string> inputs,
        bool isWrite
    )
    {
        if (content.GetArrayLength() == 0)
        {
            return null;
        }

        if (content.GetArrayLength() == 1 && content[0].ValueKind == JsonValueKind.Object)
        {
            return SayObject(content[0], ranking, subject: null, inputs, isWrite);
        }

        var list = ListSummary.Read(label ?? "", content, currency: null);
        return Clauses.Say(list, ItemsPerList, ranking.Mentions);
    }

    // {"data": {…}} and {"orders": […]} are about what is inside.
    private static (JsonElement Content, string? Label) Unwrap(JsonElement root)
    {
        string? label = null;
        for (
            var depth = 0;
            depth < 4 && root.ValueKind == JsonValueKind.Object && root.GetPropertyCount() == 1;
            depth++
        )
        {
            var only = root.EnumerateObject().First();
            var name = FieldLabels.Of(only.Name);
            var isEnvelope =
                name is "data" or "result" or "results" or "response" or "items" or "content";
            var isInside = only.Value.ValueKind switch
            {
                JsonValueKind.Array => true,
                JsonValueKind.Object => isEnvelope,
                _ => false,
            };
            if (!isInside)
            {
                break;
            }

            label = isEnvelope ? label : name;
            root = only.Value;
        }

        return (root, label);
    }

    /// <summary>What the answer is about, when an identifier was asked with: "order 1042".</summary>
    private static Fact? Subject(
        ConnectorDefinition definition,
        IReadOnlyDictionary<string, string> inputs
    )
    {
        var input = definition.DataInputs.FirstOrDefault(input =>
            inputs.ContainsKey(input.Name) && new InputTraits(input).IsIdentifier
        );
        if (input is null)
        {
            return null;
        }

        var words = FieldLabels
            .Of(input.Name)
            .Split(' ')
            .Where(word => word is not ("ID" or "number" or "no" or "nr" or "code" or "ref"))
            .ToList();
        return words.Count == 0
            ? null
            : new Fact(
                string.Join(' ', words),
                PlainText.Clean(inputs[input.Name], 120),
                FactKind.Text,
                inputs[input.Name]
            );
    }
}
