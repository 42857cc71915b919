using System.Globalization;
using System.Text.Json;
using DataConnectors.Core.Audiences;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Transformation;
using DataConnectors.Web.PublicApi.DataConnectors.Contracts;
using DataConnectors.Web.PublicApi.Requests;

namespace DataConnectors.Web.PublicApi.DataConnectors.Mapping;

/// <summary>
/// Reads what was sent of a connector into its definition: members that were sent, and no other. Only what cannot be stored is refused here;
/// a draft may be incomplete, and the rules judge it when it goes live.
/// </summary>
internal static class SettingsMapping
{
    private static readonly ConnectorDefinition Defaults = new();

    /// <summary>The definition as it is to be stored, or every fault of what was sent.</summary>
    /// <param name="current">The definition as it is stored; its defaults for a new connector.</param>
    /// <param name="sent">What was sent.</param>
    /// <param name="given">The names of the members that were sent.</param>
    public static Outcome<ConnectorDefinition, RequestRefusal> Apply(
        ConnectorDefinition current,
        DataConnectorSettings sent,
        IReadOnlySet<string> given
    )
    {
        var faults = new SettingFaults();
        if (given.Contains("name") && string.IsNullOrWhiteSpace(sent.Name))
        {
            faults.AddMissing("Name is required");
        }

        var definition = current with
        {
            Name = Given("name", sent.Name, current.Name, ""),
            Description = Given("description", sent.Description, current.Description, ""),
            InternalDescription = Given(
                "internal_description",
                sent.InternalDescription,
                current.InternalDescription,
                ""
            ),
            Method = sent.HttpMethod is { } method ? Words.Methods.ToCore(method) : current.Method,
            Url = Given("url", sent.Url, current.Url, ""),
            Body = Given("body", sent.Body, current.Body, ""),
            BodyFormat = Given(
                "body_format",
                sent.BodyFormat is { } format ? Words.BodyFormats.ToCore(format) : null,
                current.BodyFormat,
                Defaults.BodyFormat
            ),
            DirectFinUsage = Given(
                "direct_fin_usage",
                sent.DirectFinUsage,
                current.DirectFinUsage,
                false
            ),
            AudienceIds = given.Contains("audience_ids")
                ? IdsOf(
                    "audience_ids",
                    sent.AudienceIds ?? [],
                    "This is not the ID of an audience. GET /fin-sdk/audiences lists them.",
                    faults
                )
                : current.AudienceIds,
            CustomAudience = CustomAudienceOf(current.CustomAudience, sent, given, faults),
            RolloutPercent = Given(
                "rollout_percentage",
                sent.RolloutPercentage,
                current.RolloutPercent,
                Defaults.RolloutPercent
            ),
            Headers = given.Contains("headers")
                ? HeadersOf(sent.Headers ?? [], current.Headers, faults)
                : current.Headers,
            DataInputs = given.Contains("data_inputs")
                ? [.. (sent.DataInputs ?? []).Select(PartMapping.ToCore)]
                : current.DataInputs,
            CustomerAuthentication = Given(
                "customer_authentication",
                sent.CustomerAuthentication,
                current.CustomerAuthentication,
                false
            ),
            BypassAuthentication = Given(
                "bypass_authentication",
                sent.BypassAuthentication,
                current.BypassAuthentication,
                false
            ),
            ValidateMissingAttributes = Given(
                "validate_missing_attributes",
                sent.ValidateMissingAttributes,
                current.ValidateMissingAttributes,
                Defaults.ValidateMissingAttributes
            ),
            TokenIds = given.Contains("token_ids")
                ? IdsOf(
                    "token_ids",
                    sent.TokenIds ?? [],
                    "This is not the ID of a token. GET /auth_tokens lists them.",
                    faults
                )
                : current.TokenIds,
            ObjectMappings = given.Contains("object_mappings")
                ? [.. (sent.ObjectMappings ?? []).Select(PartMapping.ToCore)]
                : current.ObjectMappings,
            TimeoutMilliseconds = Given(
                "timeout_ms",
                sent.TimeoutMs,
                current.TimeoutMilliseconds,
                Defaults.TimeoutMilliseconds
            ),
            ResponseCapBytes = Given(
                "response_cap_bytes",
                sent.ResponseCapBytes,
                current.ResponseCapBytes,
                Defaults.ResponseCapBytes
            ),
            ExpectedStatuses = given.Contains("expected_statuses")
                ? sent.ExpectedStatuses ?? []
                : current.ExpectedStatuses,
        };
        definition = Transformations.Apply(definition, sent, given, faults);
        definition = ExampleSettings.Apply(definition, sent, given, faults);
        return faults.Errors.Count > 0 ? RequestRefusal.Invalid(faults.Errors) : definition;

        T Given<T>(string name, object? value, T stored, T left) =>
            !given.Contains(name) ? stored
            : value is T known ? known
            : left;
    }

    /// <summary>A hidden value stays what the header of that name has; of several with one name each its own, in their order.</summary>
    private static List<HeaderField> HeadersOf(
        IReadOnlyList<ConnectorHeader> sent,
        IReadOnlyList<HeaderField> stored,
        SettingFaults faults
    )
    {
        var headers = new List<HeaderField>(sent.Count);
        var met = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < sent.Count; i++)
        {
            var name = sent[i].Name ?? "";
            var value = sent[i].Value ?? "";
            var place = met.GetValueOrDefault(name);
            met[name] = place + 1;
            if (value == DetailMapping.Hidden)
            {
                var known = stored
                    .Where(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                    .ElementAtOrDefault(place);
                if (known is null)
                {
                    faults.Add(
                        $"headers[{i}].value",
                        $"No value of {name} is stored that could be kept. Send the value itself."
                    );
                }

                value = known?.Value ?? "";
            }

            headers.Add(new HeaderField(name, value));
        }

        return headers;
    }

    /// <summary>
    /// A list of roles and a rule are two ways to write one thing, and an answer has one of them: each empty one leaves what the other says.
    /// </summary>
    private static AudienceRule? CustomAudienceOf(
        AudienceRule? current,
        DataConnectorSettings sent,
        IReadOnlySet<string> given,
        SettingFaults faults
    )
    {
        var roles = RoleAudience.Of([.. (sent.Audiences ?? []).Select(Words.Audiences.ToCore)]);
        if (sent.CustomAudience is { } rule)
        {
            if (roles is not null)
            {
                faults.Add("custom_audience", "Send audiences or custom_audience, not both.");
            }

            return AudienceMapping.ToCore(rule, "custom_audience", faults);
        }

        var emptied = RoleAudience.Read(current) is null ? "custom_audience" : "audiences";
        return roles ?? (given.Contains(emptied) ? null : current);
    }

    private static List<long> IdsOf(
        string member,
        IReadOnlyList<string> sent,
        string refusal,
        SettingFaults faults
    )
    {
        var ids = new List<long>(sent.Count);
        for (var i = 0; i < sent.Count; i++)
        {
            if (WireId.Read(sent[i]) is > 0 and var id)
            {
                ids.Add(id);
            }
            else
            {
                faults.Add($"{member}[{i}]", refusal);
            }
        }

        return ids;
    }
}
