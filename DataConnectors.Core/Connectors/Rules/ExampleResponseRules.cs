using System.Text;
using System.Text.Json;
using DataConnectors.Core.Kernel;
using FluentValidation;

namespace DataConnectors.Core.Connectors.Rules;

/// <summary>The example response: an answer that the API could give. What is wrong with it hurts previews only.</summary>
internal sealed class ExampleResponseRules : AbstractValidator<RuleSubject>
{
    private const string Path = "exampleResponse";

    public ExampleResponseRules() =>
        RuleFor(subject => subject.Definition.ExampleResponse)
            .Custom(
                (example, context) =>
                {
                    if (example is null)
                    {
                        return;
                    }

                    if (example.Status is < 200 or > 599)
                    {
                        context.Add(
                            Path,
                            "The status of the example response must be between 200 and 599."
                        );
                    }

                    if (IsJson(example) && JsonFault(example.Body) is { } fault)
                    {
                        context.Add(Path, fault, ProblemSeverity.Warning);
                    }
                }
            );

    private static bool IsJson(ExampleResponse example) =>
        example.ContentType is null
        || example.ContentType.Contains("json", StringComparison.OrdinalIgnoreCase);

    private static string? JsonFault(string body)
    {
        if (string.IsNullOrWhiteSpace(body))
        {
            return null;
        }

        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(body));
        try
        {
            while (reader.Read())
            {
                // Reading to the end is the check.
            }

            return null;
        }
        catch (JsonException fault)
        {
            return $"The example response is not valid JSON at line {fault.LineNumber + 1}, so previews fail. Correct it.";
        }
    }
}
