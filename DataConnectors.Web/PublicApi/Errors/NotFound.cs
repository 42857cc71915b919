namespace DataConnectors.Web.PublicApi.Errors;

/// <summary>The answers to ids that name nothing, in the contract's words.</summary>
internal static class NotFound
{
    /// <summary>There is no such connector.</summary>
    public static IResult DataConnector() =>
        Of(ErrorCodes.DataConnectorNotFound, "Data connector not found");

    /// <summary>The connector has no such execution result, or it was deleted by age.</summary>
    public static IResult ExecutionResult() =>
        Of(ErrorCodes.ExecutionResultNotFound, "Execution result not found");

    /// <summary>The connector has no such version.</summary>
    public static IResult Version() =>
        Of(ErrorCodes.VersionNotFound, "Data connector version not found");

    /// <summary>There is no such token.</summary>
    public static IResult AuthToken() => Of(ErrorCodes.AuthTokenNotFound, "Auth token not found");

    /// <summary>There is no such conversation.</summary>
    public static IResult Conversation() => Of(ErrorCodes.NotFound, "Conversation not found");

    /// <summary>There is no such contact.</summary>
    public static IResult Contact() => Of(ErrorCodes.NotFound, "User Not Found");

    private static IResult Of(string code, string message) =>
        ApiErrors.Of(StatusCodes.Status404NotFound, code, message);
}
