namespace DataConnectors.Web.PublicApi.DataConnectors.Contracts;

// Each is a member's closed set of values; on the wire they are written in snake case.

/// <summary>Whether a data connector serves customers.</summary>
internal enum StateName
{
    Draft,
    Live,
}

/// <summary>The HTTP method that a data connector calls with.</summary>
internal enum HttpMethodName
{
    Get,
    Post,
    Put,
    Delete,
    Patch,
}

/// <summary>People for whom a data connector is available.</summary>
internal enum AudienceName
{
    Leads,
    Users,
    Visitors,
}

/// <summary>Where the call is made.</summary>
internal enum ExecutionTypeName
{
    ServerSide,
}

/// <summary>Where the example response comes from: a real call, or somebody who wrote it.</summary>
internal enum ConfigurationResponseTypeName
{
    TestResponseType,
    MockResponseType,
}

/// <summary>What Fin may read: the whole answer, chosen fields, or what code makes of it.</summary>
internal enum DataTransformationTypeName
{
    FullAccess,
    RedactedAccess,
    CodeBlockTransformation,
}

/// <summary>What transformation code is written in.</summary>
internal enum TransformationLanguageName
{
    Python,
    Javascript,
}

/// <summary>How values in the body are encoded, and which content type is sent.</summary>
internal enum BodyFormatName
{
    Json,
    Form,
    Text,
}

/// <summary>What the values of a data input are.</summary>
internal enum DataInputTypeName
{
    String,
    Integer,
    Decimal,
    Boolean,
}

/// <summary>Where the value of a data input comes from.</summary>
internal enum DataInputSourceName
{
    Fin,
    Attribute,
    CustomValue,
}

/// <summary>What stands at the path of a response field.</summary>
internal enum ResponseFieldTypeName
{
    Unknown,
    String,
    Integer,
    Decimal,
    Datetime,
    Boolean,
    Object,
    List,
}

/// <summary>How an attribute is mapped: one value of the answer for one attribute.</summary>
internal enum MappingTypeName
{
    PrimitiveMapping,
}
