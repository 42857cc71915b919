using System.Text.RegularExpressions;
using DataConnectors.Core.Agent.Language;
using DataConnectors.Core.Connectors;

namespace DataConnectors.Core.Agent.Extracting;

/// <summary>Finds the values of data inputs in a message.</summary>
internal static class InputExtractor
{
    private static PreparedMessage? lastPrepared;

    /// <summary>
    /// Values by input name, each in the form of its type. One piece of the message serves one input. Inputs that Fin does not
    /// collect, or that the message says nothing of, are absent. Dates that are relative, or have no year, are written in a
    /// described format only when <paramref name="today"/> is given.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Extract(
        string message,
        IReadOnlyList<DataInput> inputs,
        DateOnly? today = null
    ) => Assign(message, inputs, [], today, Sureness.Least);

    /// <summary>The same with the connector's own name and description, whose words are no values: "forecast", "order".</summary>
    public static IReadOnlyDictionary<string, string> Extract(
        string message,
        ConnectorDefinition connector,
        DateOnly? today = null
    ) =>
        Assign(
            message,
            connector.DataInputs,
            [.. Words.Stems(connector.Name), .. Words.Stems(connector.Description)],
            today,
            Sureness.Least
        );

    /// <summary>
    /// Values that the message labels with the input's own noun or that have its very format: sure enough to replace what was
    /// collected before.
    /// </summary>
    public static IReadOnlyDictionary<string, string> ExtractSure(
        string message,
        IReadOnlyList<DataInput> inputs,
        DateOnly? today = null
    ) => Assign(message, inputs, [], today, _ => Sureness.ForCorrection);

    // One message is read for many connectors in a row.
    private static PreparedMessage Prepare(string message)
    {
        var prepared = Volatile.Read(ref lastPrepared);
        if (prepared is null || !prepared.IsOf(message))
        {
            prepared = PreparedMessage.From(message);
            Volatile.Write(ref lastPrepared, prepared);
        }

        return prepared;
    }

    // A machine so busy that a pattern outlives its time limit reads nothing: Fin asks.
    private static Dictionary<string, string> Assign(
        string message,
        IReadOnlyList<DataInput> inputs,
        IReadOnlyList<string> subject,
        DateOnly? today,
        Func<DataInput, double> least
    )
    {
        try
        {
            return Assign(Prepare(message), inputs, subject, today, least);
        }
        catch (RegexMatchTimeoutException)
        {
            return [];
        }
    }

    private static Dictionary<string, string> Assign(
        PreparedMessage message,
        IReadOnlyList<DataInput> inputs,
        IReadOnlyList<string> subject,
        DateOnly? today,
        Func<DataInput, double> least
    )
    {
        var collected = inputs
            .Where(input => input.Source == DataInputSource.FinCollects && input.Name.Length > 0)
            .Select(input => (Traits: InputTraits.Of(input), Least: least(input)))
            .ToList();
        if (collected.Count == 0 || message.Tokens.Count == 0)
        {
            return [];
        }

        var context = new ReadingContext(
            message,
            [.. collected.Select(input => input.Traits)],
            subject,
            today
        );
        var found = collected
            .Select(input => (IReadOnlyList<Proposal>)[.. context.Propose(input.Traits)])
            .ToList();
        return Assignment
            .Best(collected, found)
            .Zip(collected)
            .Where(pair => pair.First is not null)
            .ToDictionary(
                pair => pair.Second.Traits.Input.Name,
                pair => pair.First!.Value.Value,
                StringComparer.Ordinal
            );
    }
}
