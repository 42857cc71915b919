using Microsoft.Extensions.Options;

namespace DataConnectors.Web.SampleStore;

/// <summary>Reports every fault of the settings at start, each with the name of the setting.</summary>
internal sealed class SampleStoreOptionsValidator : IValidateOptions<SampleStoreOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, SampleStoreOptions options)
    {
        List<string> faults = [];
        if (
            !Uri.TryCreate(options.Url, UriKind.Absolute, out var url)
            || url
                is not {
                    Scheme: "http",
                    IsLoopback: true,
                    PathAndQuery: "/",
                    UserInfo: "",
                    Fragment: ""
                }
        )
        {
            faults.Add(
                $"SampleStore:Url is \"{options.Url}\": give http, a loopback host and a port, for example http://localhost:5081."
            );
        }

        if (string.IsNullOrWhiteSpace(options.ApiKey))
        {
            faults.Add("SampleStore:ApiKey is empty: give the key that callers send in X-Api-Key.");
        }

        return faults.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(faults);
    }
}
