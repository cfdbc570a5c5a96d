-- Files between preview and import are kept by the documents, for every module.
drop table upload;
