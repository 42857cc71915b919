using DataConnectors.Core.Audiences;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.People;
using DataConnectors.Core.Templating;
using DataConnectors.Core.Transformation;
using DataConnectors.Web.PublicApi.DataConnectors.Contracts;

namespace DataConnectors.Web.PublicApi.DataConnectors.Mapping;

/// <summary>What the wire calls things.</summary>
internal static class Words
{
    public static readonly Translation<ConnectorState, StateName> States = new(
        (ConnectorState.Draft, StateName.Draft),
        (ConnectorState.Live, StateName.Live)
    );

    public static readonly Translation<RequestMethod, HttpMethodName> Methods = new(
        (RequestMethod.Get, HttpMethodName.Get),
        (RequestMethod.Post, HttpMethodName.Post),
        (RequestMethod.Put, HttpMethodName.Put),
        (RequestMethod.Delete, HttpMethodName.Delete),
        (RequestMethod.Patch, HttpMethodName.Patch)
    );

    public static readonly Translation<PersonRole, AudienceName> Audiences = new(
        (PersonRole.Lead, AudienceName.Leads),
        (PersonRole.User, AudienceName.Users),
        (PersonRole.Visitor, AudienceName.Visitors)
    );

    public static readonly Translation<AudienceComparison, AudienceComparisonName> Comparisons =
        new(
            (AudienceComparison.Is, AudienceComparisonName.Is),
            (AudienceComparison.IsNot, AudienceComparisonName.IsNot),
            (AudienceComparison.Contains, AudienceComparisonName.Contains),
            (AudienceComparison.DoesNotContain, AudienceComparisonName.DoesNotContain),
            (AudienceComparison.StartsWith, AudienceComparisonName.StartsWith),
            (AudienceComparison.EndsWith, AudienceComparisonName.EndsWith),
            (AudienceComparison.GreaterThan, AudienceComparisonName.GreaterThan),
            (AudienceComparison.LessThan, AudienceComparisonName.LessThan),
            (AudienceComparison.AtLeast, AudienceComparisonName.AtLeast),
            (AudienceComparison.AtMost, AudienceComparisonName.AtMost),
            (AudienceComparison.IsKnown, AudienceComparisonName.IsKnown),
            (AudienceComparison.IsUnknown, AudienceComparisonName.IsUnknown),
            (AudienceComparison.Before, AudienceComparisonName.Before),
            (AudienceComparison.After, AudienceComparisonName.After),
            (AudienceComparison.On, AudienceComparisonName.On),
            (AudienceComparison.WithinLastDays, AudienceComparisonName.WithinLastDays),
            (AudienceComparison.MoreThanDaysAgo, AudienceComparisonName.MoreThanDaysAgo),
            (AudienceComparison.InList, AudienceComparisonName.InList),
            (AudienceComparison.NotInList, AudienceComparisonName.NotInList),
            (AudienceComparison.IsTrue, AudienceComparisonName.IsTrue),
            (AudienceComparison.IsFalse, AudienceComparisonName.IsFalse)
        );

    public static readonly Translation<BodyFormat, BodyFormatName> BodyFormats = new(
        (BodyFormat.Json, BodyFormatName.Json),
        (BodyFormat.Form, BodyFormatName.Form),
        (BodyFormat.Text, BodyFormatName.Text)
    );

    public static readonly Translation<ExampleOrigin, ConfigurationResponseTypeName> Origins = new(
        (ExampleOrigin.Test, ConfigurationResponseTypeName.TestResponseType),
        (ExampleOrigin.Mock, ConfigurationResponseTypeName.MockResponseType)
    );

    public static readonly Translation<DataInputType, DataInputTypeName> InputTypes = new(
        (DataInputType.Text, DataInputTypeName.String),
        (DataInputType.Number, DataInputTypeName.Integer),
        (DataInputType.Decimal, DataInputTypeName.Decimal),
        (DataInputType.Boolean, DataInputTypeName.Boolean)
    );

    public static readonly Translation<DataInputSource, DataInputSourceName> InputSources = new(
        (DataInputSource.FinCollects, DataInputSourceName.Fin),
        (DataInputSource.Attribute, DataInputSourceName.Attribute),
        (DataInputSource.CustomValue, DataInputSourceName.CustomValue)
    );

    public static readonly Translation<FieldType, ResponseFieldTypeName> FieldTypes = new(
        (FieldType.Unknown, ResponseFieldTypeName.Unknown),
        (FieldType.Text, ResponseFieldTypeName.String),
        (FieldType.Integer, ResponseFieldTypeName.Integer),
        (FieldType.Decimal, ResponseFieldTypeName.Decimal),
        (FieldType.DateTime, ResponseFieldTypeName.Datetime),
        (FieldType.Boolean, ResponseFieldTypeName.Boolean),
        (FieldType.Object, ResponseFieldTypeName.Object),
        (FieldType.List, ResponseFieldTypeName.List)
    );

    /// <summary>The type of an object as the wire calls it: a person is a <c>user</c>.</summary>
    public static string ObjectTypeToWire(string type) =>
        type == ObjectMapping.Person ? "user" : type;

    /// <summary>The type of an object as definitions have it.</summary>
    public static string ObjectTypeToCore(string type) =>
        type == "user" ? ObjectMapping.Person : type;
}
