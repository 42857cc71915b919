using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using DataConnectors.Core.Connectors.Rules;
using DataConnectors.Web.PublicApi.Errors;

namespace DataConnectors.Web.PublicApi.Requests;

/// <summary>
/// Holds what was sent against the type it is read into, and names every member that does not fit, all at once: unknown names, values
/// of another JSON type, words that are no choice. What passes here is read without a fault.
/// </summary>
internal static class RequestShape
{
    private static readonly ConcurrentDictionary<Type, Members> Known = new();
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<string>> Choices = new();
    private static readonly IReadOnlySet<string> Nothing = new HashSet<string>();
    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>Every fault; none when it can be read as <paramref name="type"/>.</summary>
    /// <param name="value">What was sent.</param>
    /// <param name="type">A record of the contract.</param>
    /// <param name="readOnly">The names of members that only answers have, which are ignored.</param>
    public static IReadOnlyList<ApiError> Check(
        JsonElement value,
        Type type,
        IReadOnlySet<string> readOnly
    )
    {
        var errors = new List<ApiError>();
        CheckObject(value, type, "", readOnly, errors);
        return errors;
    }

    /// <summary>The names of the members of a record as they stand on the wire.</summary>
    public static IEnumerable<string> NamesOf(Type type) => MembersOf(type).ByName.Keys;

    private static void CheckObject(
        JsonElement value,
        Type type,
        string path,
        IReadOnlySet<string> readOnly,
        List<ApiError> errors
    )
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            errors.Add(
                Invalid(
                    path,
                    path.Length == 0
                        ? $"The body must be a JSON object, not {Describe(value)}."
                        : $"{path} must be an object, not {Describe(value)}."
                )
            );
            return;
        }

        var members = MembersOf(type);
        foreach (var member in value.EnumerateObject())
        {
            var place = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
            if (members.ByName.TryGetValue(member.Name, out var known))
            {
                if (!known.IsIgnored)
                {
                    CheckMember(member.Value, known, place, errors);
                }
            }
            else if (!readOnly.Contains(member.Name))
            {
                errors.Add(
                    Invalid(
                        place,
                        NearestName.To(member.Name, members.ByName.Keys) is { } near
                            ? $"There is no {place}. Did you mean {near}?"
                            : $"There is no {place}. The API reference lists what can be sent."
                    )
                );
            }
        }
    }

    private static void CheckMember(
        JsonElement value,
        Member member,
        string path,
        List<ApiError> errors
    )
    {
        if (member.Refusal is null)
        {
            CheckValue(value, member.Type, path, member.IsNullable, errors);
            return;
        }

        var faults = new List<ApiError>();
        CheckValue(value, member.Type, path, isNullable: false, faults);
        if (faults.Count > 0)
        {
            errors.Add(Invalid(path, member.Refusal));
        }
    }

    private static void CheckValue(
        JsonElement value,
        Type type,
        string path,
        bool isNullable,
        List<ApiError> errors
    )
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if ((value.ValueKind == JsonValueKind.Null && isNullable) || plain == typeof(JsonElement))
        {
            return;
        }

        if (plain == typeof(string))
        {
            Require(value.ValueKind == JsonValueKind.String, "a string");
        }
        else if (plain == typeof(bool))
        {
            Require(value.ValueKind is JsonValueKind.True or JsonValueKind.False, "true or false");
        }
        else if (plain == typeof(int))
        {
            Require(
                value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _),
                "a whole number"
            );
        }
        else if (plain == typeof(long))
        {
            Require(
                value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
                "a whole number"
            );
        }
        else if (plain.IsEnum)
        {
            var choices = ChoicesOf(plain);
            Require(
                value.ValueKind == JsonValueKind.String && choices.Contains(value.GetString()!),
                $"one of: {string.Join(", ", choices)}"
            );
        }
        else if (ElementOf(plain, typeof(IReadOnlyList<>)) is { } element)
        {
            if (Require(value.ValueKind == JsonValueKind.Array, "a list"))
            {
                var index = 0;
                foreach (var item in value.EnumerateArray())
                {
                    CheckValue(item, element[0], $"{path}[{index++}]", isNullable: false, errors);
                }
            }
        }
        else if (ElementOf(plain, typeof(IReadOnlyDictionary<,>)) is { } pair)
        {
            if (
                Require(value.ValueKind == JsonValueKind.Object, "an object")
                && pair[1] != typeof(JsonElement)
            )
            {
                foreach (var entry in value.EnumerateObject())
                {
                    CheckValue(
                        entry.Value,
                        pair[1],
                        $"{path}.{entry.Name}",
                        isNullable: false,
                        errors
                    );
                }
            }
        }
        else
        {
            CheckObject(value, plain, path, Nothing, errors);
        }

        bool Require(bool holds, string what)
        {
            if (!holds)
            {
                errors.Add(Invalid(path, $"{path} must be {what}, not {Describe(value)}."));
            }

            return holds;
        }
    }

    private static ApiError Invalid(string path, string message) =>
        new(ErrorCodes.ParameterInvalid, message, path.Length == 0 ? null : path);

    /// <summary>What was sent, never quoted at length: it may be a secret.</summary>
    private static string Describe(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => "null",
            JsonValueKind.True or JsonValueKind.False => "true or false",
            JsonValueKind.Number => "a number like this one",
            JsonValueKind.Array => "a list",
            JsonValueKind.Object => "an object",
            _ => "this text",
        };

    private static IReadOnlyList<string> ChoicesOf(Type type) =>
        Choices.GetOrAdd(
            type,
            static choice =>
                [.. Enum.GetNames(choice).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)]
        );

    private static Type[]? ElementOf(Type type, Type generic) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == generic
            ? type.GetGenericArguments()
            : null;

    private static Members MembersOf(Type type) =>
        Known.GetOrAdd(
            type,
            static record =>
            {
                lock (Nullability)
                {
                    return new(
                        record
                            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                            .ToDictionary(
                                property =>
                                    JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name),
                                property => new Member(
                                    property.PropertyType,
                                    Nullability.Create(property).ReadState
                                        == NullabilityState.Nullable,
                                    property.GetCustomAttribute<RefusalAttribute>()?.Message,
                                    property.IsDefined(typeof(IgnoredWhenSentAttribute))
                                ),
                                StringComparer.Ordinal
                            )
                    );
                }
            }
        );

    private sealed record Members(IReadOnlyDictionary<string, Member> ByName);

    private sealed record Member(Type Type, bool IsNullable, string? Refusal, bool IsIgnored);
}
