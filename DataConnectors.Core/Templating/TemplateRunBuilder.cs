using System.Text;

namespace DataConnectors.Core.Templating;

/// <summary>Collects the runs of a URL or form while it is parsed, joining neighbours that hold no placeholder.</summary>
internal sealed class TemplateRunBuilder
{
    private readonly List<TemplateRun> runs = [];
    private readonly List<RunPiece> pieces = [];
    private readonly StringBuilder fixedText = new();
    private readonly StringBuilder literal = new();
    private RunKind kind = RunKind.Fixed;

    /// <summary>Literal text of the run being collected, ready for the wire.</summary>
    public StringBuilder Literal => literal;

    /// <summary>Ends the run being collected and begins one of another kind after a separator.</summary>
    /// <returns>The ended run.</returns>
    public TemplateRun Next(RunKind nextKind, string separator)
    {
        var ended = End();
        fixedText.Append(separator);
        kind = nextKind;
        return ended;
    }

    public void AddPlaceholder(string name)
    {
        EndLiteral();
        pieces.Add(new(name, IsPlaceholder: true));
    }

    public TemplateRun[] Build()
    {
        End();
        EndFixed();
        return [.. runs];
    }

    /// <summary>Ends the run being collected, for its own sake.</summary>
    public TemplateRun End()
    {
        EndLiteral();
        var ended = new TemplateRun(kind, [.. pieces]);
        pieces.Clear();
        if (ended.HasPlaceholder)
        {
            EndFixed();
            runs.Add(ended);
        }
        else
        {
            foreach (var piece in ended.Pieces)
            {
                fixedText.Append(piece.Text);
            }
        }

        return ended;
    }

    private void EndLiteral()
    {
        if (literal.Length > 0)
        {
            pieces.Add(new(literal.ToString(), IsPlaceholder: false));
            literal.Clear();
        }
    }

    private void EndFixed()
    {
        if (fixedText.Length > 0)
        {
            runs.Add(new(RunKind.Fixed, [new(fixedText.ToString(), IsPlaceholder: false)]));
            fixedText.Clear();
        }
    }
}
