using Microsoft.Extensions.Options;

namespace DataConnectors.Core.Agent.LanguageModel;

/// <summary>Finds everything that is wrong with the section at start, rather than with a customer's first question.</summary>
internal sealed class LanguageModelOptionsValidator : IValidateOptions<LanguageModelOptions>
{
    public ValidateOptionsResult Validate(string? name, LanguageModelOptions options)
    {
        if (!options.IsConfigured)
        {
            return ValidateOptionsResult.Success;
        }

        var faults = new List<string>();
        if (
            !Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var endpoint)
            || endpoint.Scheme is not ("http" or "https")
            || endpoint.UserInfo.Length > 0
            || endpoint.Query.Length > 0
        )
        {
            faults.Add(
                $"{Key(nameof(options.Endpoint))} must be the base address of an OpenAI-compatible API, such as https://api.openai.com/v1."
            );
        }

        if (options.Model.Length == 0)
        {
            faults.Add($"{Key(nameof(options.Model))} must name the model to ask for.");
        }

        if (options.TimeoutSeconds is < 1 or > 120)
        {
            faults.Add($"{Key(nameof(options.TimeoutSeconds))} must be between 1 and 120.");
        }

        if (options.MaxOutputTokens is < 50 or > 4000)
        {
            faults.Add($"{Key(nameof(options.MaxOutputTokens))} must be between 50 and 4000.");
        }

        return faults.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(faults);
    }

    private static string Key(string name) => $"{LanguageModelOptions.Section}:{name}";
}
