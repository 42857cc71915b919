using System.Globalization;
using System.Numerics;
using DataConnectors.Core.Connectors;
using DataConnectors.Web.PublicApi.Errors;
using DataConnectors.Web.PublicApi.Lists;

namespace DataConnectors.Web.PublicApi.Requests;

/// <summary>Reads the parameters of a query, and keeps what is wrong with them until all are read.</summary>
internal sealed class QueryValues
{
    private readonly List<ApiError> errors = [];

    /// <summary>The answer that refuses the query; null when nothing is wrong with it.</summary>
    public IResult? Refusal =>
        errors.Count == 0 ? null : ApiErrors.Of(StatusCodes.Status400BadRequest, errors);

    /// <summary>How many rows a page has: what is beyond the bounds is brought to the nearest of them.</summary>
    public int PerPage(string? text, int ordinary, int most)
    {
        if (string.IsNullOrEmpty(text))
        {
            return ordinary;
        }

        // Of any length: what is far past the bounds is an integer all the same.
        var isNumber = BigInteger.TryParse(
            text,
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var size
        );
        if (!isNumber)
        {
            Refuse("per_page must be an integer");
        }

        return (int)BigInteger.Clamp(size, 1, most);
    }

    /// <summary>The id of the row after which the page begins; null for the first page.</summary>
    public long? AfterId(string? cursor)
    {
        var id = string.IsNullOrEmpty(cursor) ? null : ListCursor.ReadId(cursor);
        RefuseCursor(cursor, isRead: id is not null);
        return id;
    }

    /// <summary>The place after which the page begins; null for the first page.</summary>
    public ConnectorPlace? AfterPlace(string? cursor)
    {
        var place = string.IsNullOrEmpty(cursor) ? null : ListCursor.ReadPlace(cursor);
        RefuseCursor(cursor, isRead: place is not null);
        return place;
    }

    /// <summary><c>true</c>, <c>false</c>, or null where nothing was given.</summary>
    public bool? Flag(string name, string? text)
    {
        if (OneOf(name, text, ["true", "false"]) is not { } flag)
        {
            return null;
        }

        return flag == "true";
    }

    /// <summary>One of the words; null where nothing was given.</summary>
    public string? OneOf(string name, string? text, IReadOnlyList<string> words)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (words.Contains(text, StringComparer.Ordinal))
        {
            return text;
        }

        Refuse($"Invalid {name}. Must be one of: {string.Join(", ", words)}");
        return null;
    }

    /// <summary>An instant in whole seconds; null where nothing was given.</summary>
    public DateTimeOffset? Timestamp(string name, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (
            long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= LastSecond
        )
        {
            return DateTimeOffset.FromUnixTimeSeconds(seconds);
        }

        Refuse($"{name} must be a Unix timestamp (integer)");
        return null;
    }

    /// <summary>A whole number; null where nothing was given.</summary>
    public int? Number(string name, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Refuse($"{name} must be a positive integer");
        return null;
    }

    /// <summary>Adds something that is wrong.</summary>
    public void Refuse(string message, string? field = null) =>
        errors.Add(new ApiError(ErrorCodes.ParameterInvalid, message, field));

    private void RefuseCursor(string? cursor, bool isRead)
    {
        if (!isRead && !string.IsNullOrEmpty(cursor))
        {
            errors.Add(
                new ApiError(
                    ErrorCodes.ClientError,
                    "Invalid starting_after param. Please try again using a starting_after value from a paginated response"
                )
            );
        }
    }

    // A day before the end of time as .NET counts it, so that one may go on from there.
    private static readonly long LastSecond = DateTimeOffset
        .MaxValue.AddDays(-1)
        .ToUnixTimeSeconds();
}
