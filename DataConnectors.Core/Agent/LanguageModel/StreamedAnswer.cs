using System.Text;
using DataConnectors.Core.Agent.Composing;

namespace DataConnectors.Core.Agent.LanguageModel;

/// <summary>
/// Tells an answer while it is written, word by word and made plain already: what could still become markup is held back until it is whole.
/// </summary>
internal sealed class StreamedAnswer(Action<AgentEvent> tell)
{
    private readonly StringBuilder written = new();
    private string told = "";

    /// <summary>Takes the next piece.</summary>
    public void Append(string text)
    {
        if (text.Length == 0 || written.Length > 4 * AnswerText.Longest)
        {
            return;
        }

        written.Append(text);
        var all = written.ToString();
        Tell(AnswerText.Clean(all[..SafeLength(all)]));
    }

    /// <summary>Tells the rest; the whole answer.</summary>
    public string Finish()
    {
        var answer = AnswerText.Clean(written.ToString());
        Tell(answer);
        return answer;
    }

    private void Tell(string clean)
    {
        if (clean.Length > told.Length && clean.StartsWith(told, StringComparison.Ordinal))
        {
            tell(new AgentEvent.AnswerPart(clean[told.Length..]));
            told = clean;
        }
    }

    /// <summary>Up to the last whole word, and not into a bracket that is still open.</summary>
    private static int SafeLength(string text)
    {
        var length = text.LastIndexOfAny([' ', '\n']);
        if (length <= 0)
        {
            return 0;
        }

        var open = text.LastIndexOfAny(['[', '<'], length - 1);
        return open >= 0 && text.IndexOfAny([']', '>'], open, length - open) < 0 ? open : length;
    }
}
