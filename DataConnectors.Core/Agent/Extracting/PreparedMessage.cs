using System.Collections.Frozen;
using DataConnectors.Core.Agent.Language;

namespace DataConnectors.Core.Agent.Extracting;

/// <summary>A message taken apart once, for as many connectors as are to be weighed against it.</summary>
internal sealed class PreparedMessage
{
    private readonly Lazy<IReadOnlyList<Phrase>> phrases;

    private readonly string original;
    private readonly int kinds;

    private PreparedMessage(string original, string text)
    {
        this.original = original;
        Text = text;
        Tokens = MessageTokens.Of(text);
        Stems = Tokens.Select(token => token.Stem).ToFrozenSet(StringComparer.Ordinal);
        Spans = FormattedSpans.Find(text, FoldedInPlace(text), Tokens);
        kinds = Spans.Aggregate(0, (kinds, span) => kinds | (1 << (int)span.Kind));
        Codes =
        [
            .. Spans
                .Where(span =>
                    span.Kind is SpanKind.Number or SpanKind.Identifier or SpanKind.Phone
                )
                .Select(CodeAt),
        ];
        phrases = new Lazy<IReadOnlyList<Phrase>>(() => Extracting.Phrases.Find(this));
        HasCapitals = Tokens.Skip(1).Any(token => token.IsCapital && token.Text.Length > 1);
    }

    /// <summary>The message, without characters that do not show.</summary>
    public string Text { get; }

    /// <summary>Its words, numbers and signs.</summary>
    public IReadOnlyList<MessageToken> Tokens { get; }

    /// <summary>The stems of its words.</summary>
    public FrozenSet<string> Stems { get; }

    /// <summary>What has the look of a value.</summary>
    public IReadOnlyList<ValueSpan> Spans { get; }

    /// <summary>Whether the person writes names with capitals.</summary>
    public bool HasCapitals { get; }

    /// <summary>What may be a value made of words.</summary>
    public IReadOnlyList<Phrase> Phrases => phrases.Value;

    /// <summary>Numbers and identifiers with the words that name them.</summary>
    public IReadOnlyList<MessageCode> Codes { get; }

    /// <summary>Whether something has this look.</summary>
    public bool Has(SpanKind kind) => (kinds & (1 << (int)kind)) != 0;

    /// <summary>Takes a message apart.</summary>
    public static PreparedMessage From(string message) =>
        new(message, PlainText.Clean(message, Math.Max(message.Length, 1)));

    /// <summary>Whether it was made of this very message.</summary>
    public bool IsOf(string message) => string.Equals(original, message, StringComparison.Ordinal);

    /// <summary>The index of the first token that begins at or after a place.</summary>
    public int TokenAt(int position)
    {
        var low = 0;
        var high = Tokens.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Tokens[middle].Start < position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    // "order number is 1042", "3 guests"
    private MessageCode CodeAt(ValueSpan span)
    {
        var labels = new List<string>();
        var from = TokenAt(span.Start);
        for (var index = from - 1; index >= 0 && index >= from - 5; index--)
        {
            var isLinker = FunctionWords.Linkers.Contains(Tokens[index].Folded);
            if (Tokens[index].IsWord && !isLinker)
            {
                labels.Add(Tokens[index].Stem);
            }

            if (!isLinker)
            {
                break;
            }
        }

        var to = TokenAt(span.End);
        if (span.Kind == SpanKind.Number)
        {
            for (
                var index = to;
                index < Tokens.Count && index < to + 2 && Tokens[index].IsWord;
                index++
            )
            {
                labels.Add(Tokens[index].Stem);
            }
        }

        return new MessageCode(
            span.Kind == SpanKind.Identifier,
            span.Kind == SpanKind.Number,
            InputTraits.ShapeOf(span.Text),
            [.. labels]
        );
    }

    // Lower case with every character in its place: units are looked for by position.
    private static string FoldedInPlace(string text) =>
        string.Create(
            text.Length,
            text,
            static (span, source) =>
            {
                for (var index = 0; index < span.Length; index++)
                {
                    span[index] = char.ToLowerInvariant(source[index]);
                }
            }
        );
}

/// <summary>A number or identifier of a message with what names it.</summary>
/// <param name="IsIdentifier">Whether it holds letters or dashes.</param>
/// <param name="IsNumber">Whether it is a number.</param>
/// <param name="Shape">Its shape, as of examples.</param>
/// <param name="Labels">The stems of the words that stand at it.</param>
internal sealed record MessageCode(
    bool IsIdentifier,
    bool IsNumber,
    string Shape,
    IReadOnlyList<string> Labels
);
