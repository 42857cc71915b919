using DataConnectors.Web.PublicApi.Errors;

namespace DataConnectors.Web.PublicApi.Requests;

/// <summary>Collects what is wrong with what was sent.</summary>
internal sealed class SettingFaults
{
    private readonly List<ApiError> errors = [];

    public IReadOnlyList<ApiError> Errors => errors;

    /// <summary>A member with a value it cannot have.</summary>
    public void Add(string field, string message) =>
        errors.Add(new ApiError(ErrorCodes.ParameterInvalid, message, field));

    /// <summary>A member that must be there.</summary>
    public void AddMissing(string message) =>
        errors.Add(new ApiError(ErrorCodes.ParameterNotFound, message));
}
