"""Writes an invented children in need census: make_census.py FILE MEGABYTES"""
import sys

path, megabytes = sys.argv[1], int(sys.argv[2])
sources = ["1A", "2A", "3B", "4", "5D", "6", "9"]
with open(path, "w") as out:
    out.write("<Message>\n<Header><CollectionDetails><Collection>CIN</Collection><Year>2024</Year>"
              "<ReferenceDate>2024-03-31</ReferenceDate></CollectionDetails></Header>\n<Children>\n")
    size, child = 0, 0
    while size < megabytes << 20:
        child += 1
        text = f"""<Child>
  <ChildIdentifiers>
    <LAchildID>INV{child:09d}</LAchildID>
    <PersonBirthDate>{2008 + child % 15}-0{child % 9 + 1}-1{child % 10}</PersonBirthDate>
  </ChildIdentifiers>
  <CINdetails>
    <CINreferralDate>2023-0{child % 9 + 1}-0{child % 8 + 1}</CINreferralDate>
    <ReferralSource>{sources[child % 7]}</ReferralSource>
    <PrimaryNeedCode>N{child % 8 + 1}</PrimaryNeedCode>
    <CINclosureDate>2024-0{child % 3 + 1}-1{child % 10}</CINclosureDate>
    <ReasonForClosure>RC7</ReasonForClosure>
    <Assessments>
      <AssessmentActualStartDate>2023-0{child % 9 + 1}-1{child % 9}</AssessmentActualStartDate>
      <AssessmentAuthorisationDate>2023-1{child % 3}-0{child % 9 + 1}</AssessmentAuthorisationDate>
      <FactorsIdentifiedAtAssessment><AssessmentFactors>16A</AssessmentFactors></FactorsIdentifiedAtAssessment>
    </Assessments>
    <ReferralNFA>0</ReferralNFA>
  </CINdetails>
</Child>
"""
        out.write(text)
        size += len(text)
    out.write("</Children>\n</Message>\n")
