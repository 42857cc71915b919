using System.Globalization;
using DataConnectors.Core.Kernel;
using Microsoft.Extensions.Configuration;

namespace DataConnectors.Core.Agent.LanguageModel;

/// <summary>The language model that takes Fin's place. Section <c>Fin:LanguageModel</c>; without it Fin works offline.</summary>
public sealed class LanguageModelOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "Fin:LanguageModel";

    /// <summary>The base address of an OpenAI-compatible API, such as <c>https://api.openai.com/v1</c>.</summary>
    public string Endpoint { get; private set; } = "";

    /// <summary>The model to ask for.</summary>
    public string Model { get; private set; } = "";

    /// <summary>Sent as bearer token; null where the endpoint asks for none.</summary>
    public SecretText? ApiKey { get; private set; }

    /// <summary>Seconds that a whole answer may take, with every call on the way: 1–120. After that the deterministic agent answers.</summary>
    public int TimeoutSeconds { get; private set; } = 20;

    /// <summary>The most tokens of one answer: 50–4000.</summary>
    public int MaxOutputTokens { get; private set; } = 600;

    /// <summary>Whether a language model is set at all.</summary>
    public bool IsConfigured => Endpoint.Length > 0 || Model.Length > 0;

    /// <summary>Takes the settings; the key goes into its wrapping at once, and what is no number becomes one out of range.</summary>
    public void Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        Endpoint = section[nameof(Endpoint)]?.Trim() ?? "";
        Model = section[nameof(Model)]?.Trim() ?? "";
        ApiKey = section[nameof(ApiKey)] is { Length: > 0 } key ? new SecretText(key) : null;
        TimeoutSeconds = Number(section[nameof(TimeoutSeconds)], TimeoutSeconds);
        MaxOutputTokens = Number(section[nameof(MaxOutputTokens)], MaxOutputTokens);
    }

    private static int Number(string? text, int otherwise) =>
        string.IsNullOrWhiteSpace(text) ? otherwise
        : int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
        : -1;
}
