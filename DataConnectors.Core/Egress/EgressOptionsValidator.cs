using Microsoft.Extensions.Options;

namespace DataConnectors.Core.Egress;

/// <summary>Finds every malformed entry of the <c>Egress</c> section at once, so that a start-up fails once and not entry by entry.</summary>
internal sealed class EgressOptionsValidator : IValidateOptions<EgressOptions>
{
    public ValidateOptionsResult Validate(string? name, EgressOptions options)
    {
        var faults = new List<string>();
        for (var i = 0; i < options.TrustedHosts.Count; i++)
        {
            if (!TrustedHosts.TryRead(options.TrustedHosts[i], out _, out _, out var fault))
            {
                faults.Add(
                    $"{EgressOptions.Section}:{nameof(EgressOptions.TrustedHosts)}:{i} \"{options.TrustedHosts[i]}\": {fault}"
                );
            }
        }

        for (var i = 0; i < options.AllowedPorts.Count; i++)
        {
            if (options.AllowedPorts[i] is < 1 or > 65535)
            {
                faults.Add(
                    $"{EgressOptions.Section}:{nameof(EgressOptions.AllowedPorts)}:{i} \"{options.AllowedPorts[i]}\": a port is between 1 and 65535."
                );
            }
        }

        return faults.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(faults);
    }
}
